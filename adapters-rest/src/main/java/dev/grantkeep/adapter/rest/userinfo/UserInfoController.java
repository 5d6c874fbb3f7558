package dev.grantkeep.adapter.rest.userinfo;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.error.UserInfoCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.BearerChallenge;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.adapter.rest.token.TokenJson;
import dev.grantkeep.application.port.in.userinfo.CheckUserInfo;
import dev.grantkeep.application.port.in.userinfo.IssueUserInfo;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.ClaimNames;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.userinfo.UserInfoRefusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** {@code auth/userinfo}: whether a token opens the userinfo endpoint; {@code issue}: what it is answered with. */
@Endpoint
public final class UserInfoController {
    private static final String PATH = "/auth/userinfo";
    private static final String ISSUE = PATH + "/issue";
    private final Gate gate;
    private final CheckUserInfo checkUserInfo;
    private final IssueUserInfo issueUserInfo;

    UserInfoController(Gate gate, CheckUserInfo checkUserInfo, IssueUserInfo issueUserInfo) {
        this.gate = gate;
        this.checkUserInfo = checkUserInfo;
        this.issueUserInfo = issueUserInfo;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> check(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "userInfoResponse");
        return gate.snapshot(
                call,
                Answers.errors((message, errors) -> badRequest(
                        answers, OAuthError.about("invalid_request", UserInfoCodes.INVALID, message), errors)),
                service -> check(service, call.params(), answers));
    }

    @Post(uris = {ISSUE, Endpoint.V3 + ISSUE})
    HttpResponse<byte[]> issue(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "userInfoIssueResponse");
        return gate.snapshot(
                call,
                Answers.errors((message, errors) -> serverError(answers, UserInfoCodes.ISSUE_INVALID, message, errors)),
                service -> issue(service, call.params(), answers));
    }

    private Reply check(Service service, Params params, Answers answers) {
        String token = params.text("token");
        return token == null
                ? noToken(service, answers)
                : switch (checkUserInfo.handle(new CheckUserInfo.Command(service, token))) {
                    case CheckUserInfo.Refused(UserInfoRefusal why) -> refused(service, answers, why);
                    case CheckUserInfo.Opened opened -> opened(service, token, opened, answers);
                };
    }

    private static Reply opened(Service service, String token, CheckUserInfo.Opened opened, Answers answers) {
        TokenRecord record = opened.token().token();
        Identity identity = record.details().identity();
        ScopeSet scopes = opened.token().scopes();
        Members members = answers.begin(Action.OK, UserInfoCodes.OPENED)
                .text("responseContent", BearerChallenge.OF_A_GOOD_TOKEN)
                .text("token", token)
                .text(
                        "subject",
                        record.subject() == null ? null : record.subject().value())
                .texts("scopes", scopes.toStrings())
                .textsIfAny(
                        "claims",
                        ClaimNames.forUserInfo(scopes, identity.userInfo().names()))
                .text("userInfoClaims", identity.userInfo().json())
                .nodes("properties", TokenJson.properties(record.properties()));
        TokenJson.addConsent(members, record.details());
        TokenJson.addClient(members, service, opened.client(), record.details().namedBy() == NamedBy.ALIAS);
        TokenJson.addAttributes(members, service, opened.client());
        return Reply.ok(members);
    }

    /** The answer to a call of {@code issue} for this service. */
    public Reply issue(Service service, Params params, Answers answers) {
        String token = params.text("token");
        return token == null
                ? noToken(service, answers)
                : switch (issueUserInfo.handle(new IssueUserInfo.Command(
                        service, token, params.text("sub"), IdTokenParams.object(params, "claims")))) {
                    case IssueUserInfo.Plain(var content) ->
                        issued(
                                answers,
                                Action.JSON,
                                Json.writeText(
                                        new Members().tree(content.tree()).build()));
                    case IssueUserInfo.AsJwt(String compact) -> issued(answers, Action.JWT, compact);
                    case IssueUserInfo.Refused(UserInfoRefusal why) -> refused(service, answers, why);
                    case IssueUserInfo.Impossible(String why) ->
                        serverError(
                                answers,
                                UserInfoCodes.IMPOSSIBLE,
                                why,
                                service.settings().errors());
                };
    }

    private static Reply issued(Answers answers, Action action, String content) {
        return Reply.ok(answers.begin(action, UserInfoCodes.ISSUED).text("responseContent", content));
    }

    private static Reply refused(Service service, Answers answers, UserInfoRefusal why) {
        ResultCode code = UserInfoCodes.of(why);
        ErrorPolicy errors = service.settings().errors();
        return why == UserInfoRefusal.NO_OPENID
                ? challenge(
                        answers,
                        Action.FORBIDDEN,
                        OAuthError.of("insufficient_scope", code),
                        errors,
                        Map.of("scope", ScopeName.OPENID.value()))
                : challenge(answers, Action.UNAUTHORIZED, OAuthError.of("invalid_token", code), errors, Map.of());
    }

    private static Reply noToken(Service service, Answers answers) {
        return badRequest(
                answers,
                OAuthError.of("invalid_request", UserInfoCodes.NO_TOKEN),
                service.settings().errors());
    }

    private static Reply badRequest(Answers answers, OAuthError error, ErrorPolicy errors) {
        return challenge(answers, Action.BAD_REQUEST, error, errors, Map.of());
    }

    private static Reply serverError(Answers answers, ResultCode code, String detail, ErrorPolicy errors) {
        return challenge(
                answers,
                Action.INTERNAL_SERVER_ERROR,
                OAuthError.about("server_error", code, detail),
                errors,
                Map.of());
    }

    private static Reply challenge(
            Answers answers, Action action, OAuthError error, ErrorPolicy errors, Map<String, String> demanded) {
        return Reply.ok(
                answers.begin(action, error).text("responseContent", BearerChallenge.of(error, errors, demanded)));
    }
}
