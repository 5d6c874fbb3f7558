package dev.grantkeep.domain.client;

import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a client authenticates and what it may use.
 *
 * @param assertionAlgorithms by which the assertions may be signed that it authenticates with
 * @param requestableScopes the only scopes it may have; absent is no restriction, empty is none at all
 */
record ClientCapabilities(
        ClientType type,
        ClientAuthMethod authMethod,
        Set<SignatureAlgorithm> assertionAlgorithms,
        List<RedirectUri> redirectUris,
        List<ResponseType> responseTypes,
        List<GrantType> grantTypes,
        @Nullable ScopeSet requestableScopes) {
    static ClientCapabilities of(Members members) {
        ClientAuthMethod method = Objects.requireNonNullElse(
                members.name("tokenAuthMethod", ClientAuthMethod.class), ClientAuthMethod.CLIENT_SECRET_BASIC);
        return new ClientCapabilities(
                Objects.requireNonNullElse(members.name("clientType", ClientType.class), ClientType.CONFIDENTIAL),
                method,
                assertionAlgorithms(method, members.text("tokenAuthSignAlg")),
                members.values("redirectUris", RedirectUri::new),
                members.names("responseTypes", ResponseType.class),
                members.names("grantTypes", GrantType.class),
                requestableScopes(members.object("extension")));
    }

    private static Set<SignatureAlgorithm> assertionAlgorithms(ClientAuthMethod method, @Nullable String registered) {
        return SignatureAlgorithm.ofAssertions(List.of(method))
                .filter(algorithm -> registered == null || registered.equals(algorithm.wireName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable ScopeSet requestableScopes(Members extension) {
        return extension.flag("requestableScopesEnabled")
                ? ScopeSet.of(extension.values("requestableScopes", ScopeName::new))
                : null;
    }
}
