package dev.grantkeep.application.contract;

import dev.grantkeep.application.fixture.RandomDomain;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tries many generated values; when one fails, the message names the seed that makes it again. */
final class RoundTrips {
    private static final int ROUNDS = 60;
    private static final SecureRandom SEEDS = new SecureRandom();

    private RoundTrips() {}

    static <T> void of(Function<RandomDomain, T> generator, Consumer<T> check) {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEEDS.nextLong();
            T value = generator.apply(new RandomDomain(seed));
            try {
                check.accept(value);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("new RandomDomain(" + seed + "L) fails with " + value, e);
            }
        }
    }
}
