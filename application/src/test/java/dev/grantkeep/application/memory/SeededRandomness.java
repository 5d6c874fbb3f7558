package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.out.Randomness;
import java.util.Random;

/** The same values in every run. */
public final class SeededRandomness implements Randomness {
    private final Random random;

    public SeededRandomness(long seed) {
        random = new Random(seed);
    }

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
