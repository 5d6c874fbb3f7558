package dev.grantkeep.adapter.mongo.testing;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of all tests which MongoDB they used, so that a green run does not hide it. */
public final class MongoReport implements TestExecutionListener {
    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        MongoTestServer.description().ifPresent(server -> System.out.println("MongoDB of these tests: " + server));
    }
}
