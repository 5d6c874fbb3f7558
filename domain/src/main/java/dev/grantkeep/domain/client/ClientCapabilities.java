package dev.grantkeep.domain.client;

import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a client authenticates and what it may use.
 *
 * @param requestableScopes the only scopes it may have; absent is no restriction, empty is none at all
 */
record ClientCapabilities(
        ClientType type,
        ClientAuthMethod authMethod,
        List<RedirectUri> redirectUris,
        List<ResponseType> responseTypes,
        List<GrantType> grantTypes,
        @Nullable ScopeSet requestableScopes) {
    static ClientCapabilities of(Members members) {
        return new ClientCapabilities(
                Objects.requireNonNullElse(members.name("clientType", ClientType.class), ClientType.CONFIDENTIAL),
                Objects.requireNonNullElse(
                        members.name("tokenAuthMethod", ClientAuthMethod.class), ClientAuthMethod.CLIENT_SECRET_BASIC),
                members.values("redirectUris", RedirectUri::new),
                members.names("responseTypes", ResponseType.class),
                members.names("grantTypes", GrantType.class),
                requestableScopes(members.object("extension")));
    }

    private static @Nullable ScopeSet requestableScopes(Members extension) {
        return extension.flag("requestableScopesEnabled")
                ? ScopeSet.of(extension.values("requestableScopes", ScopeName::new))
                : null;
    }
}
