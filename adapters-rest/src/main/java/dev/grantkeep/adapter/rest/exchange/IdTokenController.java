package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.error.UserInfoCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.ReissueIdToken;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ExpiresIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code idtoken/reissue}: the answer to a refresh once more, with an ID token. */
@Endpoint
final class IdTokenController {
    private static final String PATH = "/idtoken/reissue";
    private final Gate gate;
    private final ReissueIdToken reissueIdToken;
    private final Clock clock;

    IdTokenController(Gate gate, ReissueIdToken reissueIdToken, Clock clock) {
        this.gate = gate;
        this.reissueIdToken = reissueIdToken;
        this.clock = clock;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> reissue(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "idTokenReissueResponse");
        Family family =
                message -> Reply.ok(answers.begin(Action.CALLER_ERROR, TokenEndpointCodes.REISSUE_INVALID, message));
        return gate.snapshot(call, family, service -> reissue(service, call.params(), answers));
    }

    private Reply reissue(Service service, Params params, Answers answers) {
        ReissueIdToken.Command command = new ReissueIdToken.Command(
                service,
                params.requiredText("accessToken"),
                params.text("refreshToken"),
                params.text("sub"),
                IdTokenParams.content(params));
        return Reply.ok(
                switch (reissueIdToken.handle(command)) {
                    case ReissueIdToken.Reissued reissued ->
                        answers.begin(Action.OK, TokenEndpointCodes.REISSUED)
                                .text("responseContent", body(command, reissued))
                                .text("idToken", reissued.idToken().jwt());
                    case ReissueIdToken.Refused(var why) -> answers.begin(Action.CALLER_ERROR, UserInfoCodes.of(why));
                    case ReissueIdToken.OtherRefreshToken other ->
                        answers.begin(Action.CALLER_ERROR, TokenEndpointCodes.REISSUED_BESIDE_ANOTHER);
                    case ReissueIdToken.NotReissuable not ->
                        answers.begin(Action.CALLER_ERROR, TokenEndpointCodes.NOT_REISSUABLE);
                    case ReissueIdToken.Impossible(String why) ->
                        answers.begin(Action.INTERNAL_SERVER_ERROR, TokenEndpointCodes.REISSUE_IMPOSSIBLE, why);
                });
    }

    private String body(ReissueIdToken.Command command, ReissueIdToken.Reissued reissued) {
        return new TokenBody(
                        command.service(),
                        reissued.record(),
                        command.access(),
                        reissued.refresh(),
                        reissued.idToken(),
                        ExpiresIn.ofAccess(reissued.record(), clock.now()))
                .json();
    }
}
