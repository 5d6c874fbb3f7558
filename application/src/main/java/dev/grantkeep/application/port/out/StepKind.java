package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;

/**
 * A kind of short-lived step: how what the domain knows becomes what a store keeps, and back.
 *
 * @param <T> what the domain knows
 */
public interface StepKind<T> {
    /** The number that is stored for it, 1 to 127; it never changes. */
    int number();

    /** Whether a grant decides about its steps: a grant that has one pending is not empty. */
    boolean isOfGrant();

    Step toStep(T value);

    T read(Step step);

    default StepKey<T> key(ServiceId service, TokenHash hash) {
        return new StepKey<>(this, service, hash);
    }
}
