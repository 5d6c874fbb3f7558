package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.token.TokenId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The short-lived steps toward a token, of all kinds: what somebody holds a secret value for, and can use once. Each kind
 * has its own keys, and so has each service.
 */
public interface StepStore {
    /** One that rests on no settings. */
    default Saved add(Step step) {
        return add(step, null);
    }

    /**
     * {@link Saved#TAKEN} if one of its hashes is in use.
     *
     * @param basis the settings that the step was decided on: {@link Saved#STALE} if they are not current; null if it rests
     *     on none
     */
    Saved add(Step step, @Nullable SettingsVersions basis);

    /** The step beside its grant head, settled and expired ones included until they are reclaimed. */
    <T> Optional<StepInContext<T>> find(StepKey<T> key);

    /**
     * The same by its second hash.
     *
     * @param second with the second hash in place of the first
     */
    <T> Optional<StepInContext<T>> findBySecond(StepKey<T> second);

    /**
     * Marks a pending step as what it became, and keeps it.
     *
     * @return whether this call did it; of several, one does. False if the step is gone or was settled before
     */
    boolean settle(StepKey<?> key, TokenId token);

    /**
     * Gives a pending step another payload.
     *
     * @param step with the key of the stored one, of which nothing else changes
     * @return false if there is none, or it was settled before
     */
    boolean rewrite(Step step);

    /**
     * Gives a pending step another owner and another payload, if it is as it was seen.
     *
     * @param next with the key of the stored one and the version after that with which it was seen; second hash and expiry
     *     stay as they are
     * @param basis the settings that the write was decided on, which have to be current; null if it rests on none
     * @return whether this call did it; of several that saw the same version, one does
     */
    boolean replace(Step next, @Nullable SettingsVersions basis);

    /**
     * Removes the step, settled or not.
     *
     * @return whether this call did it; of several, one does
     */
    boolean take(StepKey<?> key);
}
