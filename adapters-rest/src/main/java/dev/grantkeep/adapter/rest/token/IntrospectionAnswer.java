package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.error.IntrospectionCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.BearerChallenge;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.scope.ScopeJson;
import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an introspection. It always says in flags what became of the token, and tells what is known of it, so
 * that the resource server can look for itself.
 *
 * @param required the scopes that the resource server requires
 * @param stepUp what else it requires
 * @param now when it is answered
 */
record IntrospectionAnswer(Answers answers, Service service, List<String> required, StepUp stepUp, Instant now) {
    Members of(IntrospectToken.Result result) {
        return switch (result) {
            case IntrospectToken.Active active -> active(new Finding(active.token(), active.client()));
            case IntrospectToken.Insufficient insufficient ->
                insufficient(new Finding(insufficient.token(), insufficient.client()), insufficient.missing());
            case IntrospectToken.OtherSubject other ->
                forbidden("invalid_request", IntrospectionCodes.OTHER_SUBJECT)
                        .answer(new Finding(other.token(), other.client()), true);
            case IntrospectToken.Expired expired ->
                expired(new Finding(expired.token(), expired.client()), expired.refreshable());
            case IntrospectToken.ClientLocked locked ->
                unauthorized("invalid_token", IntrospectionCodes.CLIENT_LOCKED)
                        .answer(new Finding(locked.token(), locked.client()), false);
            case IntrospectToken.Absent absent ->
                flags(unauthorized("invalid_token", IntrospectionCodes.ABSENT).begin(), false, false, false, false);
        };
    }

    /** What the look-up found. */
    private record Finding(TokenInContext seen, Client client) {
        TokenRecord token() {
            return seen.token();
        }
    }

    private Members active(Finding finding) {
        TokenDetails details = finding.token().details();
        Optional<String> resource = stepUp.missingResource(details);
        if (resource.isPresent()) {
            OAuthError error = OAuthError.about("invalid_target", IntrospectionCodes.OTHER_RESOURCE, resource.get());
            return new Refusal(Action.FORBIDDEN, error, Map.of()).answer(finding, true);
        }
        if (!stepUp.acceptsAcr(details)) {
            return authenticationNeeded(IntrospectionCodes.OTHER_ACR, "acr_values", String.join(" ", stepUp.acrs()))
                    .answer(finding, true);
        }
        return stepUp.acceptsAge(details, now)
                ? good(finding)
                : authenticationNeeded(IntrospectionCodes.TOO_OLD, "max_age", Long.toString(stepUp.maxAge()))
                        .answer(finding, true);
    }

    private Members good(Finding finding) {
        Members members = answers.begin(Action.OK, IntrospectionCodes.VALID)
                .text("responseContent", BearerChallenge.OF_A_GOOD_TOKEN);
        return describe(flags(members, true, true, true, isRefreshable(finding)), finding);
    }

    /** The challenge lists what is required and what the token has. */
    private Members insufficient(Finding finding, String missing) {
        OAuthError error = OAuthError.about("insufficient_scope", IntrospectionCodes.SCOPE_MISSING, missing);
        List<String> all = Stream.concat(required.stream(), finding.seen().scopes().toStrings().stream())
                .toList();
        return new Refusal(Action.FORBIDDEN, error, scopeList(all)).answer(finding, true);
    }

    private Members expired(Finding finding, boolean refreshable) {
        Refusal refusal = refreshable
                ? new Refusal(
                        Action.UNAUTHORIZED,
                        OAuthError.of("invalid_token", IntrospectionCodes.EXPIRED_REFRESHABLE),
                        scopeList(finding.seen().scopes().toStrings()))
                : unauthorized("invalid_token", IntrospectionCodes.EXPIRED);
        return refusal.answer(finding, false);
    }

    private Refusal forbidden(String error, ResultCode code) {
        return new Refusal(Action.FORBIDDEN, OAuthError.of(error, code), Map.of());
    }

    private Refusal unauthorized(String error, ResultCode code) {
        return new Refusal(Action.UNAUTHORIZED, OAuthError.of(error, code), Map.of());
    }

    /** RFC 9470 section 3. */
    private Refusal authenticationNeeded(ResultCode code, String name, String value) {
        return new Refusal(
                Action.UNAUTHORIZED, OAuthError.of("insufficient_user_authentication", code), Map.of(name, value));
    }

    private static Map<String, String> scopeList(Collection<String> scopes) {
        return Map.of("scope", BearerChallenge.scopeList(scopes));
    }

    /** An answer other than yes. */
    private final class Refusal {
        private final Action action;
        private final OAuthError error;
        private final Map<String, String> demanded;

        /**
         * @param demanded what the challenge demands beside telling the error
         */
        Refusal(Action action, OAuthError error, Map<String, String> demanded) {
            this.action = action;
            this.error = error;
            this.demanded = demanded;
        }

        Members begin() {
            return answers.begin(action, error)
                    .text(
                            "responseContent",
                            BearerChallenge.of(error, service.settings().errors(), demanded));
        }

        Members answer(Finding finding, boolean usable) {
            return describe(flags(begin(), true, usable, false, isRefreshable(finding)), finding);
        }
    }

    private boolean isRefreshable(Finding finding) {
        return finding.token().isRefreshable(now);
    }

    private static Members flags(
            Members to, boolean existent, boolean usable, boolean sufficient, boolean refreshable) {
        return to.flag("existent", existent)
                .flag("usable", usable)
                .flag("sufficient", sufficient)
                .flag("refreshable", refreshable);
    }

    private Members describe(Members to, Finding finding) {
        TokenRecord token = finding.token();
        TokenDetails details = token.details();
        ScopeSet scopes = finding.seen().scopes();
        TokenJson.addClient(to, service, finding.client(), details.clientIdAliasUsed());
        to.text("subject", token.subject() == null ? null : token.subject().value())
                .texts("scopes", scopes.toStrings())
                .nodes("scopeDetails", scopeDetails(scopes))
                .instant("expiresAt", token.access().expiresAt())
                .name("grantType", token.grantType())
                .nodes("properties", TokenJson.properties(token.properties()))
                .text("acr", details.acr())
                .flag("forExternalAttachment", details.forExternalAttachment());
        if (details.authTime() != null) {
            to.number("authTime", details.authTime());
        }
        TokenJson.addTargets(to, details);
        TokenJson.addAttributes(to, service, finding.client());
        return to;
    }

    private @Nullable List<JsonNode> scopeDetails(ScopeSet scopes) {
        return scopes.isEmpty()
                ? null
                : service.settings().scopes().details(scopes).stream()
                        .map(ScopeJson::write)
                        .toList();
    }
}
