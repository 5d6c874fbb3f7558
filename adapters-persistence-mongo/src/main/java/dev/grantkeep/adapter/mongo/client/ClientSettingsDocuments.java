package dev.grantkeep.adapter.mongo.client;

import dev.grantkeep.adapter.mongo.bson.AttributeDocuments;
import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.DurationDocuments;
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
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The settings of a client. */
final class ClientSettingsDocuments {
    /** Queries name it, see {@link dev.grantkeep.adapter.mongo.bson.Names#DEVELOPER}. */
    private static final String DEVELOPER = "developer";

    private static final String ALIAS = "alias";
    private static final String ALIAS_ENABLED = "aliasEnabled";
    private static final String TYPE = "type";
    private static final String APPLICATION_TYPE = "applicationType";
    private static final String NAME = "name";
    private static final String REDIRECT_URIS = "redirectUris";
    private static final String RESPONSE_TYPES = "responseTypes";
    private static final String GRANT_TYPES = "grantTypes";
    private static final String AUTH_METHOD = "authMethod";
    private static final String DURATIONS = "durations";
    private static final String REQUESTABLE_SCOPES = "requestableScopes";
    private static final String DEFAULT_MAX_AGE = "defaultMaxAge";
    private static final String SINGLE_ACCESS_TOKEN_PER_SUBJECT = "singleAccessTokenPerSubject";
    private static final String PKCE_REQUIRED = "pkceRequired";
    private static final String PKCE_S256_REQUIRED = "pkceS256Required";
    private static final String DEMANDS = "demands";
    private static final String ATTRIBUTES = "attributes";
    private static final String OPAQUE = "opaque";

    private ClientSettingsDocuments() {}

    static Document write(ClientSettings settings) {
        @Nullable ClientAlias alias = settings.alias();
        return new DocumentWriter()
                .put(DEVELOPER, settings.developer())
                .put(ALIAS, alias == null ? null : alias.value())
                .putFlag(ALIAS_ENABLED, settings.aliasEnabled())
                .put(TYPE, settings.type())
                .put(APPLICATION_TYPE, settings.applicationType())
                .put(NAME, settings.name())
                .putList(
                        REDIRECT_URIS,
                        settings.redirectUris().stream().map(RedirectUri::value).toList())
                .putEnums(RESPONSE_TYPES, settings.responseTypes())
                .putEnums(GRANT_TYPES, settings.grantTypes())
                .put(AUTH_METHOD, settings.authMethod())
                .put(DURATIONS, DurationDocuments.write(settings.durations()))
                .put(REQUESTABLE_SCOPES, settings.requestableScopes())
                .put(DEFAULT_MAX_AGE, settings.defaultMaxAge())
                .putFlag(SINGLE_ACCESS_TOKEN_PER_SUBJECT, settings.singleAccessTokenPerSubject())
                .putFlag(PKCE_REQUIRED, settings.pkceRequired())
                .putFlag(PKCE_S256_REQUIRED, settings.pkceS256Required())
                .putEnums(DEMANDS, settings.demands())
                .putList(ATTRIBUTES, AttributeDocuments.write(settings.attributes()))
                .put(OPAQUE, settings.opaque().json())
                .document();
    }

    static ClientSettings read(DocumentReader from) {
        @Nullable String alias = from.textOrNull(ALIAS);
        return new ClientSettings(
                from.textOrNull(DEVELOPER),
                alias == null ? null : new ClientAlias(alias),
                from.flag(ALIAS_ENABLED),
                from.enumOf(TYPE, ClientType.class),
                from.enumOf(APPLICATION_TYPE, ApplicationType.class),
                from.textOrNull(NAME),
                from.list(REDIRECT_URIS, String.class).stream()
                        .map(RedirectUri::new)
                        .toList(),
                from.enums(RESPONSE_TYPES, ResponseType.class),
                from.enums(GRANT_TYPES, GrantType.class),
                from.enumOf(AUTH_METHOD, ClientAuthMethod.class),
                DurationDocuments.read(from, DURATIONS),
                from.scopesOrNull(REQUESTABLE_SCOPES),
                from.integer(DEFAULT_MAX_AGE),
                from.flag(SINGLE_ACCESS_TOKEN_PER_SUBJECT),
                from.flag(PKCE_REQUIRED),
                from.flag(PKCE_S256_REQUIRED),
                Set.copyOf(from.enums(DEMANDS, Demand.class)),
                AttributeDocuments.read(from, ATTRIBUTES),
                new OpaqueMembers(from.text(OPAQUE)));
    }
}
