package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.application.port.in.token.UpdateToken;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code auth/token/update}: changes one token. */
@Endpoint
final class TokenUpdateController {
    private static final String PATH = "/auth/token/update";
    private final Gate gate;
    private final UpdateToken updateToken;

    TokenUpdateController(Gate gate, UpdateToken updateToken) {
        this.gate = gate;
        this.updateToken = updateToken;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "tokenUpdateResponse");
        Family family = message -> Reply.ok(answers.begin(Action.BAD_REQUEST, TokenCodes.UPDATE_INVALID, message));
        return gate.fresh(call, family, service -> update(service, call.params(), answers));
    }

    private Reply update(Service service, Params params, Answers answers) {
        return Reply.ok(
                switch (updateToken.handle(UpdateRequest.read(service, params))) {
                    case UpdateToken.Updated updated -> updated(service, params, updated, answers);
                    case UpdateToken.Impossible(String why) ->
                        answers.begin(Action.INTERNAL_SERVER_ERROR, TokenCodes.UPDATE_IMPOSSIBLE, why);
                    case UpdateToken.NotFound absent -> answers.begin(Action.NOT_FOUND, TokenCodes.TOKEN_UNKNOWN);
                    case UpdateToken.OfAnotherService other ->
                        answers.begin(Action.FORBIDDEN, TokenCodes.TOKEN_OF_ANOTHER_SERVICE);
                });
    }

    private static Members updated(Service service, Params params, UpdateToken.Updated updated, Answers answers) {
        TokenInContext seen = updated.token();
        TokenRecord token = seen.token();
        TokenValue newValue = updated.newValue();
        RefreshPart refresh = token.refresh();
        Members members = answers.begin(Action.OK, TokenCodes.UPDATED)
                .text("accessToken", newValue == null ? params.text("accessToken") : newValue.value())
                .text("jwtAccessToken", TokenJson.compact(updated.jwt()))
                .text("tokenType", service.tokenType())
                .instant("accessTokenExpiresAt", token.access().expiresAt())
                .instant("refreshTokenExpiresAt", refresh == null ? null : refresh.expiresAt())
                .texts("scopes", seen.scopes().toStrings())
                .nodes("properties", TokenJson.properties(token.properties()))
                .node("authorizationDetails", TokenJson.authorizationDetails(token.details()))
                .flag("forExternalAttachment", token.details().forExternalAttachment());
        return answers.isV3() ? members.text("tokenId", token.id().toString()) : members;
    }
}
