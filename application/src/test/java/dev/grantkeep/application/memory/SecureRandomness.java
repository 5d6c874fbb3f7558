package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.out.Randomness;
import java.security.SecureRandom;

/** Other values in every run, so that tests that share a database do not meet. */
public final class SecureRandomness implements Randomness {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
