package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.SentMembers;
import dev.grantkeep.adapter.rest.message.Trees;
import dev.grantkeep.adapter.rest.scope.AttributesJson;
import dev.grantkeep.adapter.rest.scope.ScopeJson;
import dev.grantkeep.application.document.Kept;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service as the API shows it. Lists that are empty are left out; durations that are not set are 0. */
public final class ServiceJson {
    /** There is one owner of services. */
    private static final int OWNER_NUMBER = 1;

    private ServiceJson() {}

    /** A service within another answer, in 3.0 or where no {@code type} belongs. */
    public static JsonNode write(Service service) {
        return members(new Members(), service).build();
    }

    /** A service as the pages may see it: without secrets, because answers to pages end up in logs. */
    public static JsonNode writeWithoutSecrets(Service service) {
        return Members.without(write(service), ServiceMembers.table().secrets());
    }

    /** A service that is the whole answer. */
    static Members answer(Dialect dialect, Service service) {
        return members(Members.of(dialect, "service"), service);
    }

    /** A service that is the whole answer to a call about it. */
    static Members answer(Dialect dialect, Service service, int clientCount) {
        return answer(dialect, service)
                .nodes(
                        "metadata",
                        List.of(new Members()
                                .text("key", "clientCount")
                                .text("value", Integer.toString(clientCount))
                                .build()));
    }

    /** The settings of a new service. One that is created through 3.0 has the rule of 3.0 for durations. */
    static ServiceSettings create(Dialect dialect, SentMembers sent) {
        DurationRule rule = dialect == Dialect.V3 ? DurationRule.MOST_SPECIFIC : DurationRule.SHORTEST;
        return read(sent, rule == DurationRule.SHORTEST ? List.of() : List.of(rule.attributeValue()));
    }

    /**
     * The settings that replace the current ones. What was not sent is as in a new service, but for the rule for
     * durations: a service keeps its own until another is named.
     */
    static ServiceSettings update(Service current, SentMembers sent) {
        return read(
                sent,
                current.settings()
                        .attributes()
                        .values(DurationRule.SERVICE_ATTRIBUTE)
                        .toList());
    }

    private static ServiceSettings read(SentMembers sent, List<String> durationRule) {
        Map<String, JsonNode> members = Trees.nodes(sent.accepted(ServiceMembers.table()));
        return ServiceSettingsReader.read(members, durationRule);
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
        to.all(JsonNode.createObjectNode(Trees.nodes(ServiceMembers.table().shown(Kept.members(settings.opaque())))));
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
