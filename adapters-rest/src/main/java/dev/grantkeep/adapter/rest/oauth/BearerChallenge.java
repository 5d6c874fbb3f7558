package dev.grantkeep.adapter.rest.oauth;

import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.service.ErrorPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a resource server sends in {@code WWW-Authenticate} (RFC 6750 section 3). */
public final class BearerChallenge {
    /** The challenge beside a token that suffices: what the resource server may say if the rest is wrong. */
    public static final String OF_A_GOOD_TOKEN = "Bearer error=\"invalid_request\"";

    private BearerChallenge() {}

    public static String of(OAuthError error, ErrorPolicy policy) {
        return of(error, policy, Map.of());
    }

    /**
     * @param demanded further attributes, such as {@code scope}; an empty one is left out
     */
    public static String of(OAuthError error, ErrorPolicy policy, Map<String, String> demanded) {
        Map<String, String> attributes = new LinkedHashMap<>(error.members(policy));
        attributes.putAll(demanded);
        return attributes.entrySet().stream()
                .filter(attribute -> !attribute.getValue().isEmpty())
                .map(attribute -> attribute.getKey() + "=\"" + Shown.printable(attribute.getValue()) + "\"")
                .collect(Collectors.joining(",", "Bearer ", ""));
    }

    /** The value of {@code scope}; a text that is no scope is left out. */
    public static String scopeList(Collection<String> scopes) {
        return scopes.stream().filter(ScopeName::isValid).distinct().collect(Collectors.joining(" "));
    }
}
