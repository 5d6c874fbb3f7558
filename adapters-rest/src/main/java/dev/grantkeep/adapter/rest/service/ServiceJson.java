package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Overlay;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.scope.AttributesJson;
import dev.grantkeep.adapter.rest.scope.ScopeJson;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service as the API shows it. Lists that are empty are left out; durations that are not set are 0. */
public final class ServiceJson {
    /** Members that the server decides; sent ones are ignored. */
    private static final Set<String> READ_ONLY = Set.of(
            "type",
            "number",
            "serviceOwnerNumber",
            "apiKey",
            "apiSecret",
            "createdAt",
            "modifiedAt",
            "metadata",
            "resultCode",
            "resultMessage");

    /** Members that hold a secret or a private key. */
    private static final Set<String> SECRET = Set.of(
            "apiSecret",
            "jwks",
            "federationJwks",
            "credentialJwks",
            "hsks",
            "authenticationCallbackApiSecret",
            "developerAuthenticationCallbackApiSecret",
            "snsCredentials",
            "developerSnsCredentials");

    /** There is one owner of services. */
    private static final int OWNER_NUMBER = 1;

    private ServiceJson() {}

    /** A service within another answer, in 3.0 or where no {@code type} belongs. */
    public static JsonNode write(Service service) {
        return members(new Members(), service).build();
    }

    /** A service as the pages may see it: without secrets, because answers to pages end up in logs. */
    public static JsonNode writeWithoutSecrets(Service service) {
        return Members.without(write(service), SECRET);
    }

    /** A service that is the whole answer. */
    static Members answer(Dialect dialect, Service service) {
        return members(Members.of(dialect, "service"), service);
    }

    /**
     * The settings of a new service. Where the caller says nothing it supports the authorization code flow with refresh
     * tokens.
     */
    static ServiceSettings create(Params sent) {
        Map<String, JsonNode> members = Overlay.of(defaults(), withoutNulls(sent), READ_ONLY);
        return ServiceSettingsReader.read(members);
    }

    /** The current settings, overlaid by what was sent. */
    static ServiceSettings update(Service current, Params sent) {
        return ServiceSettingsReader.read(
                Overlay.of(settings(new Members(), current.settings()).build(), sent.sent(), READ_ONLY));
    }

    private static Members members(Members to, Service service) {
        to.number("number", service.number())
                .number("serviceOwnerNumber", OWNER_NUMBER)
                .number("apiKey", service.id().value())
                .text("apiSecret", service.secret().value())
                .instant("createdAt", service.createdAt())
                .instant("modifiedAt", service.modifiedAt());
        return settings(to, service.settings()).text("accessTokenType", service.tokenType());
    }

    private static Members settings(Members to, ServiceSettings settings) {
        to.all(Json.read(settings.opaque().json()));
        to.text("serviceName", settings.name())
                .text("issuer", settings.issuer())
                .text("accessTokenType", settings.accessTokenType())
                .nodes("supportedScopes", scopes(settings.scopes().scopes()))
                .flag("singleAccessTokenPerSubject", settings.singleAccessTokenPerSubject())
                .flag("clientIdAliasEnabled", settings.clientIdAliasEnabled())
                .number("clientsPerDeveloper", settings.clientsPerDeveloper())
                .nodes("attributes", AttributesJson.write(settings.attributes()));
        capabilities(to, settings);
        durations(to, settings);
        refresh(to, settings);
        policies(to, settings);
        return to;
    }

    private static void capabilities(Members to, ServiceSettings settings) {
        to.names("supportedGrantTypes", orNull(settings.capabilities().grantTypes()))
                .names("supportedResponseTypes", orNull(settings.capabilities().responseTypes()))
                .names(
                        "supportedTokenAuthMethods",
                        orNull(settings.capabilities().tokenAuthMethods()));
    }

    private static void durations(Members to, ServiceSettings settings) {
        to.number("accessTokenDuration", seconds(settings.durations().access()))
                .number("refreshTokenDuration", seconds(settings.durations().refresh()))
                .number("idTokenDuration", seconds(settings.durations().idToken()))
                .number("authorizationCodeDuration", seconds(settings.codeDuration()));
    }

    private static void refresh(Members to, ServiceSettings settings) {
        to.flag("refreshTokenKept", settings.refresh().kept())
                .flag("refreshTokenDurationKept", settings.refresh().durationKept())
                .flag("refreshTokenDurationReset", settings.refresh().durationReset())
                .flag("refreshTokenIdempotent", settings.refresh().idempotent())
                .flag("tokenExpirationLinked", settings.refresh().expirationLinked())
                .flag(
                        "openidDroppedOnRefreshWithoutOfflineAccess",
                        settings.refresh().openidDroppedWithoutOfflineAccess());
    }

    private static void policies(Members to, ServiceSettings settings) {
        to.flag("pkceRequired", settings.authorization().pkceRequired())
                .flag("pkceS256Required", settings.authorization().pkceS256Required())
                .flag("scopeRequired", settings.authorization().scopeRequired())
                .flag("issSuppressed", settings.authorization().issSuppressed())
                .flag("loopbackRedirectionUriVariable", settings.authorization().loopbackPortVariable())
                .flag("errorDescriptionOmitted", settings.errors().descriptionOmitted())
                .flag("errorUriOmitted", settings.errors().uriOmitted());
    }

    private static JsonNode defaults() {
        return new Members()
                .names("supportedGrantTypes", List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN))
                .names("supportedResponseTypes", List.of(ResponseType.CODE))
                .names("supportedTokenAuthMethods", List.of(ClientAuthMethod.CLIENT_SECRET_BASIC))
                .flag("clientIdAliasEnabled", true)
                .build();
    }

    private static Map<String, JsonNode> withoutNulls(Params sent) {
        Map<String, JsonNode> members = new LinkedHashMap<>(sent.sent());
        members.values().removeIf(JsonNode::isNull);
        return members;
    }

    private static @Nullable List<JsonNode> scopes(List<Scope> scopes) {
        return scopes.isEmpty() ? null : scopes.stream().map(ScopeJson::write).toList();
    }

    private static <E> @Nullable List<E> orNull(List<E> list) {
        return list.isEmpty() ? null : list;
    }

    private static long seconds(@Nullable TokenDuration duration) {
        return duration == null ? 0 : duration.seconds();
    }
}
