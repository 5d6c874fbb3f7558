package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    /** Where clients authenticate: the member that names it, and its path at the ready front. */
    private static final Map<String, String> ENDPOINTS =
            Map.of("tokenEndpoint", "/token", "revocationEndpoint", "/revoke", "pushedAuthReqEndpoint", "/par");

    static AssertionPolicy of(Members members, FrontPolicy front) {
        return new AssertionPolicy(
                members.text("issuer"),
                ENDPOINTS.entrySet().stream()
                        .flatMap(endpoint -> address(members, endpoint.getKey(), endpoint.getValue(), front))
                        .toList(),
                members.flag("clientAssertionAudRestrictedToIssuer"),
                Duration.ofSeconds(members.whole("allowableClockSkew")));
    }

    private static Stream<String> address(Members members, String member, String path, FrontPolicy front) {
        @Nullable String said = members.text(member);
        @Nullable String issuer = members.text("issuer");
        return said != null || issuer == null || !front.enabled()
                ? Stream.ofNullable(said)
                : Stream.of(FrontPolicy.address(issuer, path));
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
