package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.KeptMembers;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.scope.AttributesJson;
import dev.grantkeep.adapter.rest.scope.ScopeJson;
import dev.grantkeep.application.document.ServiceMembers;
import dev.grantkeep.domain.common.Attribute;
import dev.grantkeep.domain.common.Attributes;
import dev.grantkeep.domain.common.ClientAuthMethod;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.duration.DurationRule;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.scope.ScopeCatalog;
import dev.grantkeep.domain.service.AuthorizationPolicy;
import dev.grantkeep.domain.service.Capabilities;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.ServiceSettings;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a service's settings from the members of its JSON form. */
final class ServiceSettingsReader {
    private final Params from;
    private final List<String> durationRule;

    private ServiceSettingsReader(Params from, List<String> durationRule) {
        this.from = from;
        this.durationRule = durationRule;
    }

    /**
     * @param members each in its declared type, without what the server decides
     * @param durationRule the attribute's value where the members name none; empty is no such attribute
     * @throws BadRequest if a member is not valid
     */
    static ServiceSettings read(Map<String, JsonNode> members, List<String> durationRule) {
        try {
            return new ServiceSettingsReader(Params.of(members), durationRule).settings(members);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("The service is not valid: " + e.getMessage() + ".");
        }
    }

    private ServiceSettings settings(Map<String, JsonNode> members) {
        return new ServiceSettings(
                from.text("serviceName"),
                uri("issuer"),
                from.text("accessTokenType"),
                scopes(),
                capabilities(),
                new Durations(
                        from.duration("accessTokenDuration"),
                        from.duration("refreshTokenDuration"),
                        from.duration("idTokenDuration")),
                from.duration("authorizationCodeDuration"),
                refresh(),
                authorization(),
                new ErrorPolicy(from.flag("errorDescriptionOmitted"), from.flag("errorUriOmitted")),
                from.flag("singleAccessTokenPerSubject"),
                from.flag("clientIdAliasEnabled"),
                from.integer("clientsPerDeveloper"),
                demands(),
                attributes(),
                KeptMembers.of(members, ServiceMembers.table()));
    }

    private @Nullable String uri(String name) {
        String text = from.text(name);
        try {
            return text == null ? null : new URI(text).toString();
        } catch (URISyntaxException e) {
            throw new BadRequest("The value of '" + name + "' is not a URI (RFC 3986).");
        }
    }

    private Attributes attributes() {
        Attributes sent = AttributesJson.read(from, "attributes");
        if (durationRule.isEmpty() || sent.first(DurationRule.SERVICE_ATTRIBUTE).isPresent()) {
            return sent;
        }
        List<Attribute> all = new ArrayList<>(sent.list());
        durationRule.forEach(value -> all.add(new Attribute(DurationRule.SERVICE_ATTRIBUTE, value)));
        return new Attributes(all);
    }

    private ScopeCatalog scopes() {
        List<Params> scopes = from.objects("supportedScopes");
        return scopes == null
                ? ScopeCatalog.EMPTY
                : new ScopeCatalog(scopes.stream().map(ScopeJson::read).toList());
    }

    private Capabilities capabilities() {
        return new Capabilities(
                names("supportedGrantTypes", GrantType.class),
                names("supportedResponseTypes", ResponseType.class),
                names("supportedTokenAuthMethods", ClientAuthMethod.class));
    }

    private RefreshPolicy refresh() {
        return new RefreshPolicy(
                from.flag("refreshTokenKept"),
                from.flag("refreshTokenDurationKept"),
                from.flag("refreshTokenDurationReset"),
                from.flag("refreshTokenIdempotent"),
                from.flag("tokenExpirationLinked"),
                from.flag("openidDroppedOnRefreshWithoutOfflineAccess"));
    }

    private AuthorizationPolicy authorization() {
        return new AuthorizationPolicy(
                from.flag("pkceRequired"),
                from.flag("pkceS256Required"),
                from.flag("scopeRequired"),
                from.flag("issSuppressed"),
                from.flag("loopbackRedirectionUriVariable"));
    }

    private Set<Demand> demands() {
        Set<Demand> demands = EnumSet.noneOf(Demand.class);
        if (from.flag("parRequired")) {
            demands.add(Demand.PUSHED_AUTHORIZATION_REQUEST);
        }
        if (from.flag("requestObjectRequired")) {
            demands.add(Demand.REQUEST_OBJECT);
        }
        if (from.text("accessTokenSignAlg") != null) {
            demands.add(Demand.JWT_ACCESS_TOKENS);
        }
        return demands;
    }

    private <E extends Enum<E>> List<E> names(String name, Class<E> type) {
        List<E> names = from.names(name, type);
        return names == null ? List.of() : names;
    }
}
