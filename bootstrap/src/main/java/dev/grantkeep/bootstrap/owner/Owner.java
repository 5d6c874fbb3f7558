package dev.grantkeep.bootstrap.owner;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.bootstrap.start.AtRest;
import dev.grantkeep.bootstrap.start.DataDirectory;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/** Finds the owner's credentials: those given, else those kept, else new ones, which are shown this one time. */
@Factory
@Requires(notEnv = AtRest.ENVIRONMENT)
final class Owner {
    private static final int SECRET_BYTES = 32;
    private static final long LEAST_KEY = 10_000_000_000_000L;

    private final OwnerFile file;
    private final Randomness randomness;

    /**
     * @param opened there already, so that a start which the store refuses, because another Grantkeep has it, has written
     *     nothing beside it and shown nothing
     */
    Owner(DataDirectory directory, Randomness randomness, @SuppressWarnings("unused") ServiceStore opened) {
        this.file = new OwnerFile(directory);
        this.randomness = randomness;
    }

    @Context
    OwnerCredentials credentials(OwnerSettings given) {
        return given.orKept(() -> file.read().orElseGet(() -> generate(given)));
    }

    private OwnerCredentials generate(OwnerSettings given) {
        OwnerCredentials fresh = new OwnerCredentials(key(), secret(), secret());
        file.write(fresh);
        show(given.missing(fresh));
        return fresh;
    }

    /** On the console and not in a log, which others may read. */
    @SuppressWarnings("SystemOut")
    private void show(List<String> variables) {
        System.out.printf("The owner's credentials, generated now, shown this once and kept in %s:%n", file.path());
        variables.forEach(variable -> System.out.println("  " + variable));
    }

    /** 14 decimal digits, as the keys of services have. */
    private String key() {
        long random = ByteBuffer.wrap(randomness.bytes(Long.BYTES)).getLong();
        return Long.toString(LEAST_KEY + Math.floorMod(random, 9 * LEAST_KEY));
    }

    private Secret secret() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(SECRET_BYTES)));
    }
}
