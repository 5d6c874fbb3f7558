package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.adapter.rest.token.TokenParams;
import dev.grantkeep.application.document.DetailsParameter;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.application.port.in.exchange.RefreshRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Objects;
import java.util.Optional;

/** {@code auth/token}: the token endpoint. */
@Endpoint
public final class TokenController {
    private static final String PATH = "/auth/token";
    private final Gate gate;
    private final ExchangeToken exchangeToken;
    private final Clock clock;

    TokenController(Gate gate, ExchangeToken exchangeToken, Clock clock) {
        this.gate = gate;
        this.exchangeToken = exchangeToken;
        this.clock = clock;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> token(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "tokenResponse");
        return gate.snapshot(
                call,
                answers.serverErrors(TokenEndpointCodes.VALUE_INVALID),
                service -> token(service, call.params(), answers));
    }

    /** The answer to a call for this service. */
    public Reply token(Service service, Params params, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        String text = params.clientRequest();
        if (text == null) {
            return Reply.ok(answers.serverError(TokenEndpointCodes.NO_PARAMETERS, errors));
        }
        Optional<String> unsupported = Unsupported.in(params);
        if (unsupported.isPresent()) {
            return badRequest(
                    OAuthError.about("invalid_request", TokenEndpointCodes.NOT_SUPPORTED_YET, unsupported.get()),
                    errors,
                    answers);
        }
        return ClientRequest.parse(text)
                .map(parameters -> exchange(command(service, parameters, params), answers))
                .orElseGet(() -> badRequest(
                        OAuthError.of("invalid_request", TokenEndpointCodes.MALFORMED_PARAMETERS), errors, answers));
    }

    private static ExchangeToken.Command command(Service service, Parameters parameters, Params params) {
        return new ExchangeToken.Command(
                service,
                parameters,
                DetailsParameter.read(parameters),
                PresentedClient.of(params, parameters),
                Objects.requireNonNullElse(params.properties("properties"), Properties.NONE),
                params.durations(),
                TokenParams.chosen(params, "accessToken"),
                IdTokenParams.object(params, "jwtAtClaims"));
    }

    private Reply exchange(ExchangeToken.Command command, Answers answers) {
        return switch (exchangeToken.handle(command)) {
            case ExchangeToken.Issued issued ->
                Reply.ok(new TokenAnswer(command.service(), issued, clock.now()).members(answers));
            case ExchangeToken.PasswordAsked asked ->
                Reply.ok(PasswordAnswer.members(command.service(), asked, answers));
            case ExchangeToken.Refused refused -> Reply.ok(refused(command.service(), refused, answers));
            case ExchangeToken.ClientLocked locked -> answers.locked(locked.client());
        };
    }

    /** That a rotated refresh token came again is told, as it is when it came in time. */
    private static Members refused(Service service, ExchangeToken.Refused refused, Answers answers) {
        OAuthError error = OAuthError.about(
                refused.why().wording().error(), TokenEndpointCodes.of(refused.why()), refused.detail());
        return answers.error(
                        TokenActions.of(refused.why()),
                        worded(error, refused.words()),
                        service.settings().errors())
                .flag("previousRefreshTokenUsed", refused.why() == RefreshRefusal.REUSED_REFRESH_TOKEN);
    }

    private static OAuthError worded(OAuthError error, OwnWords words) {
        OAuthError described = words.description() == null ? error : error.described(words.description());
        return words.uri() == null ? described : described.explainedAt(words.uri());
    }

    private static Reply badRequest(OAuthError error, ErrorPolicy errors, Answers answers) {
        return Reply.ok(answers.error(Action.BAD_REQUEST, error, errors));
    }
}
