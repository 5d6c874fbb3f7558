package dev.grantkeep.application.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Adds a line {@code passed failed skipped} to {@code target/test-count} at the end of all tests. Reports by class name
 * count a test once that runs on several stores; this counts every run.
 */
public final class TestCount implements TestExecutionListener {
    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.incrementAndGet();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() == Status.FAILED) {
            counterOf(result.getStatus()).incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String line = passed.get() + " " + failed.get() + " " + skipped.get() + System.lineSeparator();
        try {
            Files.writeString(
                    Path.of("target", "test-count"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AtomicInteger counterOf(Status status) {
        return switch (status) {
            case SUCCESSFUL -> passed;
            case ABORTED -> skipped;
            case FAILED -> failed;
        };
    }
}
