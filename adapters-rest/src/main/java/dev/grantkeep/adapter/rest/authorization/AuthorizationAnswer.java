package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.client.ClientJson;
import dev.grantkeep.adapter.rest.error.AuthorizationCodes;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.scope.ScopeJson;
import dev.grantkeep.adapter.rest.service.ServiceJson;
import dev.grantkeep.application.port.in.authorization.StartAuthorization;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Hints;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.ClaimNames;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer to a valid authorization request: the ticket, and what login and consent pages show. */
final class AuthorizationAnswer {
    /** From the least to the most that a page must do; without {@code prompt} the user is asked for consent. */
    private static final List<String> PROMPTS = List.of("NONE", "LOGIN", "CONSENT", "SELECT_ACCOUNT", "CREATE");

    private AuthorizationAnswer() {}

    static Members of(Service service, StartAuthorization.Valid valid, Answers answers) {
        AuthorizationRequest request = valid.request();
        Client client = valid.client();
        Members members = answers.begin(
                        valid.hints().promptNone() ? Action.NO_INTERACTION : Action.INTERACTION,
                        AuthorizationCodes.TICKET_ISSUED,
                        service.id(),
                        client.id(),
                        request.responseType().wireName(),
                        request.scopes().allowed().contains(ScopeName.OPENID))
                .text("ticket", valid.ticket().value())
                .node("service", ServiceJson.writeWithoutSecrets(service))
                .node("client", ClientJson.writeWithoutSecrets(answers.call().dialect(), client, service))
                .nodes(
                        "scopes",
                        orNull(service
                                .settings()
                                .scopes()
                                .details(request.scopes().allowed())
                                .stream()
                                .map(ScopeJson::write)
                                .toList()))
                .flag("clientIdAliasUsed", request.client().namedBy() == NamedBy.ALIAS)
                .textsIfAny("resources", request.targets().resources())
                .text("requestObjectPayload", valid.requestObject())
                .node("authorizationDetails", details(request.targets().authorizationDetails()));
        addClaims(members, service, valid, answers.isV3());
        return addHints(members, valid.hints());
    }

    private static @Nullable JsonNode details(@Nullable String text) {
        return text == null ? null : Json.read(text);
    }

    private static void addClaims(Members to, Service service, StartAuthorization.Valid valid, boolean v3) {
        AskedClaims asked = valid.hints().claims();
        ScopeSet scopes = valid.request().scopes().allowed();
        to.textsIfAny(
                        "claims",
                        ClaimNames.forIdToken(
                                service.settings().openId(), valid.request().responseType(), scopes, asked))
                .text("idTokenClaims", asked.idToken().json())
                .text("userInfoClaims", asked.userInfo().json())
                .text("transformedClaims", asked.transformed());
        if (v3) {
            to.textsIfAny(
                    "claimsAtUserInfo",
                    ClaimNames.forUserInfo(scopes, asked.userInfo().names()));
        }
    }

    private static Members addHints(Members to, Hints hints) {
        List<String> prompts =
                hints.prompts().stream().map(AuthorizationAnswer::name).toList();
        return to.text("display", name(hints.display()))
                .number("maxAge", hints.maxAge())
                .textsIfAny("uiLocales", hints.uiLocales())
                .textsIfAny("claimsLocales", hints.claimsLocales())
                .flag("acrEssential", hints.claims().acrIsEssential())
                .textsIfAny("acrs", hints.acrs())
                .text("subject", hints.subject())
                .text("loginHint", hints.loginHint())
                .text("lowestPrompt", lowest(prompts))
                .textsIfAny("prompts", prompts);
    }

    private static String lowest(List<String> prompts) {
        return PROMPTS.stream().filter(prompts::contains).findFirst().orElse("CONSENT");
    }

    private static String name(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static <E> @Nullable List<E> orNull(List<E> list) {
        return list.isEmpty() ? null : list;
    }
}
