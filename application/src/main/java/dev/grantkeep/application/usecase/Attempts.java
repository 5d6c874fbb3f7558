package dev.grantkeep.application.usecase;

import dev.grantkeep.application.port.in.Contended;
import java.util.Optional;
import java.util.function.Supplier;

/** Find, decide, save; and again if another was faster. */
public final class Attempts {
    private static final int MAX = 64;

    private Attempts() {}

    /**
     * Asks until there is a result. Each attempt must start by reading what it decides on.
     *
     * @throws Contended if 64 attempts in a row lost
     */
    public static <R> R until(Supplier<Optional<R>> attempt) {
        for (int i = 0; i < MAX; i++) {
            Optional<R> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new Contended();
    }
}
