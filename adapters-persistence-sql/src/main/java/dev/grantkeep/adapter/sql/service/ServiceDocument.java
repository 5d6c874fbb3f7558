package dev.grantkeep.adapter.sql.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.grantkeep.adapter.sql.json.AttributeDocument;
import dev.grantkeep.adapter.sql.json.DurationsDocument;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.service.Capabilities;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.ServiceSettings;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The column {@code settings} of a service. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceDocument(
        @Nullable String name,
        @Nullable String issuer,
        @Nullable String accessTokenType,
        List<ScopeDocument> scopes,
        List<GrantType> grantTypes,
        List<ResponseType> responseTypes,
        List<ClientAuthMethod> tokenAuthMethods,
        DurationsDocument durations,
        @Nullable Long codeDuration,
        RefreshDocument refresh,
        AuthorizationDocument authorization,
        boolean errorDescriptionOmitted,
        boolean errorUriOmitted,
        boolean singleAccessTokenPerSubject,
        boolean clientIdAliasEnabled,
        int clientsPerDeveloper,
        Set<Demand> demands,
        List<AttributeDocument> attributes) {
    static ServiceDocument of(ServiceSettings settings) {
        return new ServiceDocument(
                settings.name(),
                settings.issuer(),
                settings.accessTokenType(),
                settings.scopes().scopes().stream().map(ScopeDocument::of).toList(),
                settings.capabilities().grantTypes(),
                settings.capabilities().responseTypes(),
                settings.capabilities().tokenAuthMethods(),
                DurationsDocument.of(settings.durations()),
                DurationsDocument.seconds(settings.codeDuration()),
                RefreshDocument.of(settings.refresh()),
                AuthorizationDocument.of(settings.authorization()),
                settings.errors().descriptionOmitted(),
                settings.errors().uriOmitted(),
                settings.singleAccessTokenPerSubject(),
                settings.clientIdAliasEnabled(),
                settings.clientsPerDeveloper(),
                settings.demands(),
                AttributeDocument.of(settings.attributes()));
    }

    ServiceSettings toSettings(OpaqueMembers opaque) {
        return new ServiceSettings(
                name,
                issuer,
                accessTokenType,
                new ScopeCatalog(scopes.stream().map(ScopeDocument::toScope).toList()),
                new Capabilities(grantTypes, responseTypes, tokenAuthMethods),
                durations.toDurations(),
                DurationsDocument.duration(codeDuration),
                refresh.toPolicy(),
                authorization.toPolicy(),
                new ErrorPolicy(errorDescriptionOmitted, errorUriOmitted),
                singleAccessTokenPerSubject,
                clientIdAliasEnabled,
                clientsPerDeveloper,
                demands,
                AttributeDocument.toAttributes(attributes),
                opaque);
    }
}
