package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A short-lived step as a store keeps it: what its queries are about, and a payload that none looks into. It can be used
 * until it expires; it is taken, or settled and kept until then, once.
 *
 * @param secondHash of another value that finds it, unique like the first
 * @param settledAs the token record that it became
 * @param payload a tree of JDK values: maps, lists, texts, numbers, flags; no nulls
 * @param version of a step that is replaced; of all others it stays the first
 */
public record Step(
        StepKey<?> key,
        @Nullable TokenHash secondHash,
        Owner owner,
        Instant expiresAt,
        @Nullable TokenId settledAs,
        Map<String, ?> payload,
        Version version) {
    /** One that was not replaced yet. */
    public Step(
            StepKey<?> key,
            @Nullable TokenHash secondHash,
            Owner owner,
            Instant expiresAt,
            @Nullable TokenId settledAs,
            Map<String, ?> payload) {
        this(key, secondHash, owner, expiresAt, settledAs, payload, Version.FIRST);
    }

    /** Whom a step is of; what is not known yet is absent. With a standing there are a client and a subject. */
    public record Owner(
            @Nullable ClientId client,
            @Nullable Subject subject,
            @Nullable Standing standing) {}

    /** The pair whose grant decides about the step; null if none does. */
    public @Nullable GrantKey grantKey() {
        return owner.client() == null || owner.subject() == null
                ? null
                : new GrantKey(key.service(), owner.client(), owner.subject());
    }

    /** The step with what another one holds. */
    public Step rewritten(Step other) {
        return new Step(key, secondHash, owner, expiresAt, settledAs, other.payload, version);
    }

    /** The step once it has become this token record. */
    public Step settledAs(TokenId token) {
        return new Step(key, secondHash, owner, expiresAt, token, payload, version);
    }

    /** The step with what another one of its key has: owner, payload and version. */
    public Step replacedBy(Step next) {
        return new Step(key, secondHash, next.owner, expiresAt, settledAs, next.payload, next.version);
    }
}
