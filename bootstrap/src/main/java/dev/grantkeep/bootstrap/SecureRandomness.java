package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.out.Randomness;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The randomness of the JDK's default generator, which any number of threads may ask at once. */
@Singleton
final class SecureRandomness implements Randomness {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
