package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.token.ExplainToken;
import dev.grantkeep.application.port.in.token.ExplainToken.Explained;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.LifeOfToken;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.Verdict;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** {@code auth/token/explain}: all that is known of a token, and why it works or does not. It is no use of the token. */
@Endpoint
final class TokenExplainController {
    private static final String PATH = "/auth/token/explain";

    private final Gate gate;
    private final ExplainToken explainToken;

    TokenExplainController(Gate gate, ExplainToken explainToken) {
        this.gate = gate;
        this.explainToken = explainToken;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> explain(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, TokenCodes.EXPLAIN, service -> explain(call, service));
    }

    private Reply explain(Call call, Service service) {
        ExplainToken.Command command =
                new ExplainToken.Command(service, call.params().requiredText("token"));
        return switch (explainToken.handle(command)) {
            case ExplainToken.Explained known -> Reply.ok(answer(call, known));
            case ExplainToken.Unknown(boolean elsewhere) ->
                elsewhere
                        ? TokenCodes.EXPLAIN.refused(211, 403, "The token belongs to another service.")
                        : TokenCodes.EXPLAIN.refused(
                                210,
                                404,
                                "The token does not exist, or ended so long ago that nothing is known of it.");
        };
    }

    private static Members answer(Call call, Explained known) {
        TokenRecord token = known.token().token();
        Client client = known.client();
        Members members = TokenCodes.EXPLAINED
                .addTo(Members.of(call.dialect(), "tokenExplainResponse"))
                .name("kind", known.kind())
                .text("state", state(known.verdict()))
                .number("clientId", token.client().value())
                .text(
                        "clientName",
                        client == null ? null : client.settings().members().text("clientName"))
                .text(
                        "subject",
                        token.subject() == null ? null : token.subject().value())
                .name("grantType", token.grantType())
                .texts("scopes", known.token().scopes().toStrings())
                .instant("createdAt", token.createdAt())
                .instant("lastRefreshedAt", token.lastRefreshedAt())
                .instant("lastUsedAt", token.lastUsedAt());
        if (known.verdict() instanceof Verdict.Expired expired) {
            members.flag("refreshable", expired.refreshable());
        }
        return withLife(members, known.life());
    }

    private static Members withLife(Members members, @Nullable LifeOfToken life) {
        if (life == null) {
            return members;
        }
        members.instant("madeAt", life.madeAt())
                .instant("expiresAt", life.endsAt())
                .number("duration", life.length().toSeconds());
        DurationDecision decision = life.decision();
        if (decision == null) {
            return members;
        }
        String scope = decision.winner().scope() == null
                ? null
                : decision.winner().scope().value();
        return members.flag("durationFromSettings", life.decided())
                .name("durationLevel", life.decided() ? decision.winner().level() : null)
                .text("durationScope", life.decided() ? scope : null)
                .text("durationExplanation", decision.explanation());
    }

    private static String state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Ended ended -> ended.name();
            case Verdict.Expired expired -> "EXPIRED";
            case Verdict.ClientLocked locked -> "CLIENT_LOCKED";
            case Verdict.Alive alive -> "ACTIVE";
            case Verdict.Insufficient insufficient -> "ACTIVE";
        };
    }
}
