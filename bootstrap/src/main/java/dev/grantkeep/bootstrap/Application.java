package dev.grantkeep.bootstrap;

import io.micronaut.runtime.Micronaut;

/** Starts Grantkeep. */
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
