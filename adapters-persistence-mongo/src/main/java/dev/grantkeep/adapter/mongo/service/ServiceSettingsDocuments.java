package dev.grantkeep.adapter.mongo.service;

import dev.grantkeep.adapter.mongo.bson.AttributeDocuments;
import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.DurationDocuments;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.OpaqueMembers;
import dev.grantkeep.domain.service.ServiceSettings;
import java.util.Set;
import org.bson.Document;

/** The settings of a service. */
final class ServiceSettingsDocuments {
    private static final String NAME = "name";
    private static final String ISSUER = "issuer";
    private static final String ACCESS_TOKEN_TYPE = "accessTokenType";
    private static final String SCOPES = "scopes";
    private static final String CAPABILITIES = "capabilities";
    private static final String DURATIONS = "durations";
    private static final String CODE_DURATION = "codeDuration";
    private static final String REFRESH = "refresh";
    private static final String AUTHORIZATION = "authorization";
    private static final String ERRORS = "errors";
    private static final String SINGLE_ACCESS_TOKEN_PER_SUBJECT = "singleAccessTokenPerSubject";
    private static final String CLIENT_ID_ALIAS_ENABLED = "clientIdAliasEnabled";
    private static final String CLIENTS_PER_DEVELOPER = "clientsPerDeveloper";
    private static final String DEMANDS = "demands";
    private static final String ATTRIBUTES = "attributes";
    private static final String OPAQUE = "opaque";

    private ServiceSettingsDocuments() {}

    static Document write(ServiceSettings settings) {
        return new DocumentWriter()
                .put(NAME, settings.name())
                .put(ISSUER, settings.issuer())
                .put(ACCESS_TOKEN_TYPE, settings.accessTokenType())
                .putList(SCOPES, ScopeDocuments.write(settings.scopes()))
                .put(CAPABILITIES, PolicyDocuments.write(settings.capabilities()))
                .put(DURATIONS, DurationDocuments.write(settings.durations()))
                .put(CODE_DURATION, DurationDocuments.seconds(settings.codeDuration()))
                .put(REFRESH, PolicyDocuments.write(settings.refresh()))
                .put(AUTHORIZATION, PolicyDocuments.write(settings.authorization()))
                .put(ERRORS, PolicyDocuments.write(settings.errors()))
                .putFlag(SINGLE_ACCESS_TOKEN_PER_SUBJECT, settings.singleAccessTokenPerSubject())
                .putFlag(CLIENT_ID_ALIAS_ENABLED, settings.clientIdAliasEnabled())
                .put(CLIENTS_PER_DEVELOPER, settings.clientsPerDeveloper())
                .putEnums(DEMANDS, settings.demands())
                .putList(ATTRIBUTES, AttributeDocuments.write(settings.attributes()))
                .put(OPAQUE, settings.opaque().json())
                .document();
    }

    static ServiceSettings read(DocumentReader from) {
        return new ServiceSettings(
                from.textOrNull(NAME),
                from.textOrNull(ISSUER),
                from.textOrNull(ACCESS_TOKEN_TYPE),
                ScopeDocuments.read(from, SCOPES),
                PolicyDocuments.readCapabilities(from.part(CAPABILITIES)),
                DurationDocuments.read(from, DURATIONS),
                DurationDocuments.duration(from, CODE_DURATION),
                PolicyDocuments.readRefresh(from.part(REFRESH)),
                PolicyDocuments.readAuthorization(from.part(AUTHORIZATION)),
                PolicyDocuments.readErrors(from.part(ERRORS)),
                from.flag(SINGLE_ACCESS_TOKEN_PER_SUBJECT),
                from.flag(CLIENT_ID_ALIAS_ENABLED),
                from.integer(CLIENTS_PER_DEVELOPER),
                Set.copyOf(from.enums(DEMANDS, Demand.class)),
                AttributeDocuments.read(from, ATTRIBUTES),
                new OpaqueMembers(from.text(OPAQUE)));
    }
}
