package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of an introspection response (RFC 7662 section 2.2, RFC 9396 section 9.2). */
final class StandardIntrospection {
    static final String INACTIVE = "{\"active\":false}";

    /** The members that have a meaning of their own, which no property takes over. */
    private static final Set<String> REGISTERED = Set.of(
            "active",
            "scope",
            "client_id",
            "username",
            "token_type",
            "exp",
            "iat",
            "nbf",
            "sub",
            "aud",
            "iss",
            "jti",
            "cnf",
            "acr",
            "auth_time",
            "authorization_details");

    private StandardIntrospection() {}

    static String active(Service service, IntrospectStandard.Active active, boolean withHiddenProperties) {
        TokenInContext seen = active.token();
        TokenRecord token = seen.token();
        boolean access = active.kind() == Kind.ACCESS_TOKEN;
        Members body = new Members()
                .flag("active", true)
                .text("scope", orNull((access ? seen.scopes() : seen.refreshScopes()).toString()))
                .text("client_id", active.client().id().toString())
                .text("token_type", access ? service.tokenType() : null)
                .text("sub", token.subject() == null ? null : token.subject().value())
                .text("iss", service.settings().issuer());
        addExpiry(body, token, access);
        addDetails(body, token.details(), access);
        token.properties().list().stream()
                .filter(property -> withHiddenProperties || !property.hidden())
                .filter(property -> !REGISTERED.contains(property.key()))
                .forEach(property -> body.text(property.key(), property.value()));
        return Json.writeText(body.build());
    }

    private static void addExpiry(Members body, TokenRecord token, boolean access) {
        if (access && token.access().isPersistent()) {
            return;
        }
        Instant expiry = access ? token.access().expiresAt() : refresh(token).expiresAt();
        body.number("exp", expiry.getEpochSecond());
    }

    private static void addDetails(Members body, TokenDetails details, boolean access) {
        List<String> audience =
                access ? details.targets().ofAccessToken() : details.targets().resources();
        body.texts("aud", audience.isEmpty() ? null : audience)
                .text("acr", details.authentication().acr())
                .node(
                        "authorization_details",
                        access
                                ? AuthorizationDetailsJson.ofAccessToken(details)
                                : AuthorizationDetailsJson.ofGrant(details));
        Long authTime = details.authentication().authTime();
        if (authTime != null) {
            body.number("auth_time", authTime);
        }
    }

    private static RefreshPart refresh(TokenRecord token) {
        return Objects.requireNonNull(token.refresh(), "a refresh token was found");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
