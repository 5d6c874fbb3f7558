package dev.grantkeep.benchmark.floor;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

/** Starts the floor. */
public final class Floor {
    private Floor() {}

    public static void main(String[] args) {
        ApplicationContext context = ApplicationContext.builder()
                .mainClass(Floor.class)
                .deduceEnvironment(false)
                .banner(false)
                .args(args)
                .start();
        context.getBean(EmbeddedServer.class).start();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "shutdown"));
    }
}
