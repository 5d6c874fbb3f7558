package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.start.StartupFailure;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Grantkeep, and stops it when the process is told to end. */
final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    /** Netty's events for Java Flight Recorder; to prepare them takes a twentieth of the start. */
    private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

    private Serving() {}

    static void start(String... args) {
        System.getProperties().putIfAbsent(NETTY_EVENTS, "false");
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
