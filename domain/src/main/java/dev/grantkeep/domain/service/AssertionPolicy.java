package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which assertions of clients a service takes (RFC 7523 section 3).
 *
 * @param issuer of the service; null if it has none
 * @param endpoints at which clients authenticate; each names the service as well as its issuer does
 * @param issuerAlone whether {@code aud} has to be the issuer, and a text
 * @param clockSkew by how much the clocks of clients may differ from the service's, in whole seconds
 */
public record AssertionPolicy(
        @Nullable String issuer, List<String> endpoints, boolean issuerAlone, Duration clockSkew) {
    static AssertionPolicy of(Members members) {
        return new AssertionPolicy(
                members.text("issuer"),
                Stream.of("tokenEndpoint", "revocationEndpoint", "pushedAuthReqEndpoint")
                        .map(members::text)
                        .filter(Objects::nonNull)
                        .toList(),
                members.flag("clientAssertionAudRestrictedToIssuer"),
                Duration.ofSeconds(members.whole("allowableClockSkew")));
    }

    /**
     * Whether this names the service.
     *
     * @param audience the claim {@code aud}: a text or a list; anything else names nobody
     */
    public boolean isAudience(@Nullable Object audience) {
        if (issuerAlone) {
            return issuer != null && issuer.equals(audience);
        }
        List<?> named = audience instanceof List<?> list ? list : audience == null ? List.of() : List.of(audience);
        return named.stream().anyMatch(one -> one.equals(issuer) || endpoints.contains(one));
    }
}
