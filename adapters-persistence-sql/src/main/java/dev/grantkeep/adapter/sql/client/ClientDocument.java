package dev.grantkeep.adapter.sql.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.adapter.sql.json.AttributeDocument;
import dev.grantkeep.adapter.sql.json.DurationsDocument;
import dev.grantkeep.domain.client.ApplicationType;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The column {@code settings} of a client.
 *
 * @param requestableScopes space-joined
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientDocument(
        boolean aliasEnabled,
        ClientType type,
        ApplicationType applicationType,
        @Nullable String name,
        List<String> redirectUris,
        List<ResponseType> responseTypes,
        List<GrantType> grantTypes,
        ClientAuthMethod authMethod,
        DurationsDocument durations,
        @Nullable String requestableScopes,
        int defaultMaxAge,
        boolean singleAccessTokenPerSubject,
        boolean pkceRequired,
        boolean pkceS256Required,
        Set<Demand> demands,
        List<AttributeDocument> attributes) {
    static ClientDocument of(ClientSettings settings) {
        @Nullable ScopeSet requestable = settings.requestableScopes();
        return new ClientDocument(
                settings.aliasEnabled(),
                settings.type(),
                settings.applicationType(),
                settings.name(),
                settings.redirectUris().stream().map(RedirectUri::value).toList(),
                settings.responseTypes(),
                settings.grantTypes(),
                settings.authMethod(),
                DurationsDocument.of(settings.durations()),
                requestable == null ? null : requestable.toString(),
                settings.defaultMaxAge(),
                settings.singleAccessTokenPerSubject(),
                settings.pkceRequired(),
                settings.pkceS256Required(),
                settings.demands(),
                AttributeDocument.of(settings.attributes()));
    }

    ClientSettings toSettings(@Nullable String developer, @Nullable String alias, OpaqueMembers opaque) {
        return new ClientSettings(
                developer,
                alias == null ? null : new ClientAlias(alias),
                aliasEnabled,
                type,
                applicationType,
                name,
                redirectUris.stream().map(RedirectUri::new).toList(),
                responseTypes,
                grantTypes,
                authMethod,
                durations.toDurations(),
                requestableScopes == null ? null : ScopeSet.parse(requestableScopes),
                defaultMaxAge,
                singleAccessTokenPerSubject,
                pkceRequired,
                pkceS256Required,
                demands,
                AttributeDocument.toAttributes(attributes),
                opaque);
    }
}
