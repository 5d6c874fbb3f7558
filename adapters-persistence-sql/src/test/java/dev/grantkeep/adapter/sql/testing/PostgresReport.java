package dev.grantkeep.adapter.sql.testing;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of all tests which PostgreSQL they used, so that a green run does not hide it. */
public final class PostgresReport implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        PostgresServer.description().ifPresent(server -> System.out.println("PostgreSQL of these tests: " + server));
    }
}
