package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.start.StartupFailure;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Grantkeep, and stops it when the process is told to end. */
public final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private Application() {}

    public static void main(String[] args) {
        try {
            Grantkeep grantkeep = Grantkeep.start(Map.of(), args);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(grantkeep), "shutdown"));
            LOG.info("Grantkeep listens on {}", grantkeep.uri());
        } catch (RuntimeException e) {
            StartupFailure.explain(e)
                    .ifPresentOrElse(System.err::println, () -> LOG.error("Grantkeep could not start", e));
            Runtime.getRuntime().halt(1);
        }
    }

    /** A JVM that a signal ends would answer 128 + its number; an orderly end is a success. */
    private static void end(Grantkeep grantkeep) {
        int status = 0;
        try {
            grantkeep.close();
            LOG.info("Grantkeep has stopped");
        } catch (RuntimeException e) {
            LOG.error("Grantkeep did not stop in order", e);
            status = 1;
        }
        Runtime.getRuntime().halt(status);
    }
}
