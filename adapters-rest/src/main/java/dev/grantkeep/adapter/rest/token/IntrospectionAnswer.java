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
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Introspection;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.Verdict;
import io.micronaut.json.tree.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an introspection. It always says in flags what became of the token, and tells what is known of it, so
 * that the resource server can look for itself.
 *
 * @param required what the resource server requires
 */
record IntrospectionAnswer(Answers answers, Service service, Introspection required) {
    Members of(IntrospectToken.Result result) {
        return switch (result) {
            case IntrospectToken.Found found -> of(found);
            case IntrospectToken.Absent absent ->
                flags(unauthorized(IntrospectionCodes.ABSENT, Map.of()).begin(), false, false, false, false);
        };
    }

    private Members of(IntrospectToken.Found found) {
        return switch (found.verdict()) {
            case Verdict.Alive alive -> good(found);
            case Verdict.Insufficient insufficient ->
                refusal(insufficient, found).answer(found, true);
            case Verdict.Expired expired -> expired(expired, found).answer(found, false);
            case Verdict.ClientLocked locked ->
                unauthorized(IntrospectionCodes.CLIENT_LOCKED, Map.of()).answer(found, false);
        };
    }

    private Members good(IntrospectToken.Found found) {
        Members members = answers.begin(Action.OK, IntrospectionCodes.VALID)
                .text("responseContent", BearerChallenge.OF_A_GOOD_TOKEN);
        return describe(flags(members, true, true, true, found.refreshable()), found);
    }

    /** For a scope the challenge lists what is required and what the token has. */
    private Refusal refusal(Verdict.Insufficient why, IntrospectToken.Found found) {
        return switch (why) {
            case Verdict.ScopeMissing(String scope) ->
                new Refusal(
                        Action.FORBIDDEN,
                        OAuthError.about("insufficient_scope", IntrospectionCodes.SCOPE_MISSING, scope),
                        scopeList(Stream.concat(required.scopes().stream(), found.token().scopes().toStrings().stream())
                                .toList()));
            case Verdict.SubjectDiffers differs ->
                new Refusal(
                        Action.FORBIDDEN, OAuthError.of("invalid_request", IntrospectionCodes.OTHER_SUBJECT), Map.of());
            case Verdict.ResourceMissing(String resource) ->
                new Refusal(
                        Action.FORBIDDEN,
                        OAuthError.about("invalid_target", IntrospectionCodes.OTHER_RESOURCE, resource),
                        Map.of());
            case Verdict.AcrDiffers differs ->
                authenticationNeeded(IntrospectionCodes.OTHER_ACR, "acr_values", String.join(" ", required.acrs()));
            case Verdict.AuthenticationTooOld old ->
                authenticationNeeded(IntrospectionCodes.TOO_OLD, "max_age", Long.toString(required.maxAge()));
        };
    }

    private Refusal expired(Verdict.Expired expired, IntrospectToken.Found found) {
        return expired.refreshable()
                ? unauthorized(
                        IntrospectionCodes.EXPIRED_REFRESHABLE,
                        scopeList(found.token().scopes().toStrings()))
                : unauthorized(IntrospectionCodes.EXPIRED, Map.of());
    }

    private Refusal unauthorized(ResultCode code, Map<String, String> demanded) {
        return new Refusal(Action.UNAUTHORIZED, OAuthError.of("invalid_token", code), demanded);
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

        Members answer(IntrospectToken.Found found, boolean usable) {
            return describe(flags(begin(), true, usable, false, found.refreshable()), found);
        }
    }

    private static Members flags(
            Members to, boolean existent, boolean usable, boolean sufficient, boolean refreshable) {
        return to.flag("existent", existent)
                .flag("usable", usable)
                .flag("sufficient", sufficient)
                .flag("refreshable", refreshable);
    }

    private Members describe(Members to, IntrospectToken.Found found) {
        TokenRecord token = found.token().token();
        TokenDetails details = token.details();
        ScopeSet scopes = found.token().scopes();
        TokenJson.addClient(to, service, found.client(), details.namedBy() == NamedBy.ALIAS);
        to.text("subject", token.subject() == null ? null : token.subject().value())
                .texts("scopes", scopes.toStrings())
                .nodes("scopeDetails", scopeDetails(scopes))
                .instant("expiresAt", token.access().expiresAt())
                .name("grantType", token.grantType())
                .nodes("properties", TokenJson.properties(token.properties()))
                .text("acr", details.authentication().acr())
                .flag("forExternalAttachment", details.forExternalAttachment());
        Long authTime = details.authentication().authTime();
        if (authTime != null) {
            to.number("authTime", authTime);
        }
        TokenJson.addTargets(to, details);
        TokenJson.addConsent(to, details);
        TokenJson.addAttributes(to, service, found.client());
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
