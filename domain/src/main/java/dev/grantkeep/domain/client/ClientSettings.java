package dev.grantkeep.domain.client;

import dev.grantkeep.domain.common.Attributes;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a client by an update.
 *
 * @param developer the developer it belongs to, at most 100 characters
 * @param aliasEnabled whether the alias counts; the service must enable aliases too
 * @param durations its own token durations ("Token duration per client")
 * @param requestableScopes the only scopes it may have; absent is no restriction, empty is none at all
 * @param defaultMaxAge seconds since the user's authentication, 0 is not set
 * @param demands protections that Grantkeep does not give yet
 * @param opaque the members that Grantkeep does not model
 */
public record ClientSettings(
        @Nullable String developer,
        @Nullable ClientAlias alias,
        boolean aliasEnabled,
        ClientType type,
        ApplicationType applicationType,
        @Nullable String name,
        List<RedirectUri> redirectUris,
        List<ResponseType> responseTypes,
        List<GrantType> grantTypes,
        ClientAuthMethod authMethod,
        Durations durations,
        @Nullable ScopeSet requestableScopes,
        int defaultMaxAge,
        boolean singleAccessTokenPerSubject,
        boolean pkceRequired,
        boolean pkceS256Required,
        Set<Demand> demands,
        Attributes attributes,
        OpaqueMembers opaque) {
    public static final ClientSettings EMPTY = new ClientSettings(
            null,
            null,
            false,
            ClientType.PUBLIC,
            ApplicationType.WEB,
            null,
            List.of(),
            List.of(),
            List.of(),
            ClientAuthMethod.NONE,
            Durations.UNSET,
            null,
            0,
            false,
            false,
            false,
            Set.of(),
            Attributes.NONE,
            OpaqueMembers.NONE);

    public ClientSettings {
        redirectUris = List.copyOf(redirectUris);
        responseTypes = List.copyOf(responseTypes);
        grantTypes = List.copyOf(grantTypes);
        demands = demands.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(demands));
        if (developer != null && developer.length() > 100) {
            throw new IllegalArgumentException("a developer has at most 100 characters");
        }
        if (defaultMaxAge < 0) {
            throw new IllegalArgumentException("defaultMaxAge is 0 or more: " + defaultMaxAge);
        }
    }

    /**
     * The first redirect URI that a client of the service may not register, if there is one: it is not safe, the service
     * does not allow such, and the client does not have it already.
     *
     * @param before the client's settings until now; {@link #EMPTY} for a new client
     */
    public Optional<RedirectUri> insecureRedirectUri(Service of, ClientSettings before) {
        return of.settings().insecureRedirectUrisAllowed()
                ? Optional.empty()
                : redirectUris.stream()
                        .filter(uri -> !uri.isSafe() && !before.redirectUris.contains(uri))
                        .findFirst();
    }

    /** The same settings with other requestable scopes; null takes the restriction away. */
    public ClientSettings requesting(@Nullable ScopeSet scopes) {
        return new ClientSettings(
                developer,
                alias,
                aliasEnabled,
                type,
                applicationType,
                name,
                redirectUris,
                responseTypes,
                grantTypes,
                authMethod,
                durations,
                scopes,
                defaultMaxAge,
                singleAccessTokenPerSubject,
                pkceRequired,
                pkceS256Required,
                demands,
                attributes,
                opaque);
    }
}
