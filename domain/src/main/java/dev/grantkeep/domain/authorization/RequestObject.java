package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.service.RequestObjectPolicy;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.NumericDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JWT that holds the parameters of an authorization request (RFC 9101 section 4).
 *
 * @param claims whose signature, if they have one, is the client's
 */
public record RequestObject(Members claims) {
    /** What {@code typ} of the header may be; it may be absent, too (RFC 9101 section 10.8). */
    public static final List<String> TYPES = List.of("oauth-authz-req+jwt", "JWT");

    /**
     * Whether it is a request object of the client, for the service, and at this time.
     *
     * @param names by which the client may call itself
     */
    public Optional<RequestObjectFault> fault(RequestObjectPolicy policy, Set<String> names, Instant now) {
        Duration skew = policy.clockSkew();
        if (claims.get("iss") != null && !isNamed("iss", names)) {
            return Optional.of(RequestObjectFault.OTHER_ISSUER);
        }
        if (isNamed("sub", names)) {
            return Optional.of(RequestObjectFault.OTHER_PURPOSE);
        }
        if (!policy.isAudience(claims.get("aud"))) {
            return Optional.of(RequestObjectFault.OTHER_AUDIENCE);
        }
        if (hasExpired(now.minus(skew))) {
            return Optional.of(RequestObjectFault.EXPIRED);
        }
        if (NumericDate.isLater(claims.get("nbf"), now.plus(skew))) {
            return Optional.of(RequestObjectFault.NOT_YET);
        }
        return NumericDate.isLater(claims.get("iat"), now.plus(skew))
                ? Optional.of(RequestObjectFault.FROM_THE_FUTURE)
                : Optional.empty();
    }

    private boolean isNamed(String claim, Set<String> names) {
        @Nullable String name = claims.text(claim);
        return name != null && names.contains(name);
    }

    private boolean hasExpired(Instant before) {
        @Nullable Object end = claims.get("exp");
        return end != null && !(end instanceof Number && NumericDate.isLater(end, before));
    }
}
