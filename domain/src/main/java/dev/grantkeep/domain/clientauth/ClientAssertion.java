package dev.grantkeep.domain.clientauth;

import static dev.grantkeep.domain.clientauth.AssertionFault.EXPIRED;
import static dev.grantkeep.domain.clientauth.AssertionFault.FROM_THE_FUTURE;
import static dev.grantkeep.domain.clientauth.AssertionFault.LASTS_TOO_LONG;
import static dev.grantkeep.domain.clientauth.AssertionFault.NOT_YET;
import static dev.grantkeep.domain.clientauth.AssertionFault.NO_EXPIRY;
import static dev.grantkeep.domain.clientauth.AssertionFault.NO_ID;
import static dev.grantkeep.domain.clientauth.AssertionFault.OTHER_AUDIENCE;
import static dev.grantkeep.domain.clientauth.AssertionFault.OTHER_CLIENT;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.AssertionPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.NumericDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JWT by which a client authenticates (RFC 7523 sections 2.2 and 3, OpenID Connect Core section 9).
 *
 * @param claims whose signature is the client's
 */
public record ClientAssertion(Members claims) {
    /** The longest that an assertion may still live: its {@code jti} is remembered until its end. */
    public static final Duration MAX_LIFE = Duration.ofDays(1);

    /**
     * Whether it authenticates the client. Whether it was used before is not decided here.
     *
     * @param name by which the client was found: its id, or its alias if that counts
     */
    public AssertionVerdict judge(Service service, Client client, String name, Instant now) {
        AssertionPolicy policy = service.settings().assertions();
        return fault(policy, name, now)
                .<AssertionVerdict>map(AssertionVerdict.Refused::new)
                .orElseGet(() -> new AssertionVerdict.Accepted(new AssertionUse(
                        TokenHash.of(client.id() + " " + claims.text("jti")),
                        service.id(),
                        client.id(),
                        end().plus(policy.clockSkew()))));
    }

    private Optional<AssertionFault> fault(AssertionPolicy policy, String name, Instant now) {
        if (!name.equals(claims.text("iss")) || !name.equals(claims.text("sub"))) {
            return Optional.of(OTHER_CLIENT);
        }
        if (!policy.isAudience(claims.get("aud"))) {
            return Optional.of(OTHER_AUDIENCE);
        }
        @Nullable String id = claims.text("jti");
        return expiryFault(policy.clockSkew(), now)
                .or(() -> isLater("nbf", now.plus(policy.clockSkew())) ? Optional.of(NOT_YET) : Optional.empty())
                .or(() ->
                        isLater("iat", now.plus(policy.clockSkew())) ? Optional.of(FROM_THE_FUTURE) : Optional.empty())
                .or(() -> id == null || id.isEmpty() ? Optional.of(NO_ID) : Optional.empty());
    }

    private Optional<AssertionFault> expiryFault(Duration skew, Instant now) {
        if (!(claims.get("exp") instanceof Number)) {
            return Optional.of(NO_EXPIRY);
        }
        if (isLater("exp", now.plus(skew).plus(MAX_LIFE))) {
            return Optional.of(LASTS_TOO_LONG);
        }
        return isLater("exp", now.minus(skew)) ? Optional.empty() : Optional.of(EXPIRED);
    }

    private boolean isLater(String claim, Instant than) {
        return NumericDate.isLater(claims.get(claim), than);
    }

    /** Of an {@code exp} that is not too late; a part of a second counts whole. */
    private Instant end() {
        return claims.get("exp") instanceof Number seconds
                ? Instant.ofEpochSecond(NumericDate.decimal(seconds).longValue() + 1)
                : Instant.EPOCH;
    }
}
