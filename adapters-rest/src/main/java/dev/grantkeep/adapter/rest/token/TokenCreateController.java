package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.Shown;
import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ExpiresIn;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenRecord;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code auth/token/create}: mints a token without a flow. */
@Endpoint
final class TokenCreateController {
    private static final String PATH = "/auth/token/create";
    private final Gate gate;
    private final CreateToken createToken;

    TokenCreateController(Gate gate, CreateToken createToken) {
        this.gate = gate;
        this.createToken = createToken;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> create(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "tokenCreateResponse");
        Family family = message -> Reply.ok(answers.begin(Action.BAD_REQUEST, TokenCodes.CREATE_INVALID, message));
        return gate.fresh(call, family, service -> create(CreateRequest.read(service, call.params()), answers));
    }

    private Reply create(CreateToken.Command command, Answers answers) {
        return switch (createToken.handle(command)) {
            case CreateToken.Created created -> Reply.ok(created(command, created, answers));
            case CreateToken.Refused refused ->
                Reply.ok(answers.begin(Action.BAD_REQUEST, TokenCodes.of(refused.why())));
            case CreateToken.Impossible(String why) ->
                Reply.ok(answers.begin(Action.INTERNAL_SERVER_ERROR, TokenCodes.CREATE_IMPOSSIBLE, why));
            case CreateToken.ValueTaken taken ->
                Reply.ok(answers.begin(Action.BAD_REQUEST, TokenCodes.CREATE_VALUE_TAKEN));
            case CreateToken.UnsupportedScopes unsupported ->
                Reply.ok(answers.begin(
                        Action.BAD_REQUEST,
                        TokenCodes.SCOPES_UNSUPPORTED,
                        Shown.excerpt(unsupported.scopes().toString())));
            case CreateToken.ClientRefused refused -> refused(refused.why(), command.client(), answers);
        };
    }

    private static Reply refused(ClientRefusal why, ClientIdentifier client, Answers answers) {
        String shown = Shown.excerpt(client.value());
        return switch (why) {
            case UNKNOWN -> Reply.ok(answers.begin(Action.BAD_REQUEST, TokenCodes.CLIENT_UNKNOWN, shown));
            case OF_ANOTHER_SERVICE ->
                Reply.ok(answers.begin(Action.FORBIDDEN, TokenCodes.CLIENT_OF_ANOTHER_SERVICE, shown));
            case LOCKED -> CommonCodes.CLIENT_LOCKED.reply(answers.call().path(), shown);
        };
    }

    private static Members created(CreateToken.Command command, CreateToken.Created created, Answers answers) {
        Service service = command.wanted().service();
        IssuedToken issued = created.token();
        TokenRecord token = issued.record();
        TokenDetails details = token.details();
        Members members = answers.begin(
                        Action.OK,
                        TokenCodes.CREATED,
                        token.grantType().lowerCaseName(),
                        created.client().id())
                .name("grantType", token.grantType())
                .number("clientId", created.client().id().value())
                .text(
                        "subject",
                        token.subject() == null ? null : token.subject().value())
                .texts("scopes", token.scopes().toStrings())
                .text("accessToken", issued.access().value())
                .text("jwtAccessToken", TokenJson.compact(issued.jwt()))
                .text("tokenType", service.tokenType())
                .instant("expiresAt", token.access().expiresAt())
                .text(
                        "refreshToken",
                        issued.refresh() == null ? null : issued.refresh().value())
                .nodes("properties", TokenJson.properties(token.properties()))
                .node("authorizationDetails", TokenJson.authorizationDetails(details))
                .flag("forExternalAttachment", details.forExternalAttachment());
        ExpiresIn.ofAccess(token).ifPresent(seconds -> members.number("expiresIn", seconds));
        return answers.isV3() ? with3(members, command, token) : members;
    }

    /** What only 3.0 tells. */
    private static Members with3(Members members, CreateToken.Command command, TokenRecord token) {
        return members.text("tokenId", token.id().toString())
                .text("clientIdentifier", command.client().value())
                .texts(
                        "refreshTokenScopes",
                        token.refresh() == null
                                ? null
                                : token.refresh().scopes().toStrings())
                .text("sessionId", token.details().authentication().sessionId());
    }
}
