package dev.grantkeep.adapter.rest.device;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.DeviceCodes;
import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.exchange.PresentedClient;
import dev.grantkeep.adapter.rest.exchange.TokenActions;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.application.port.in.device.StartDevice;
import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.device.DeviceRefusal;
import dev.grantkeep.domain.service.DevicePolicy;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code device/authorization}: a device's request. */
@Endpoint
public final class DeviceAuthorizationController {
    private static final String PATH = "/device/authorization";
    private final Gate gate;
    private final StartDevice startDevice;

    DeviceAuthorizationController(Gate gate, StartDevice startDevice) {
        this.gate = gate;
        this.startDevice = startDevice;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> start(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "deviceAuthorizationResponse");
        return gate.snapshot(
                call,
                answers.serverErrors(DeviceCodes.VALUE_INVALID),
                service -> start(service, call.params(), answers));
    }

    /** The answer to a call for this service. */
    public Reply start(Service service, Params params, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        String text = params.clientRequest();
        if (text == null) {
            return Reply.ok(answers.serverError(DeviceCodes.NO_PARAMETERS, errors));
        }
        Optional<String> unsupported = Unsupported.in(params);
        if (unsupported.isPresent()) {
            return badRequest(
                    OAuthError.about("invalid_request", DeviceCodes.NOT_SUPPORTED_YET, unsupported.get()),
                    errors,
                    answers);
        }
        return ClientRequest.parse(text)
                .map(parameters -> start(command(service, parameters, params), answers))
                .orElseGet(() -> badRequest(
                        OAuthError.of("invalid_request", DeviceCodes.MALFORMED_PARAMETERS), errors, answers));
    }

    private static StartDevice.Command command(Service service, Parameters parameters, Params params) {
        return new StartDevice.Command(service, parameters, PresentedClient.of(params, parameters));
    }

    private Reply start(StartDevice.Command command, Answers answers) {
        ErrorPolicy errors = command.service().settings().errors();
        return switch (startDevice.handle(command)) {
            case StartDevice.Started started -> Reply.ok(started(command.service(), started, answers));
            case StartDevice.Unauthenticated(AuthenticationRefusal why, @Nullable String detail) ->
                unauthenticated(why, detail, errors, answers);
            case StartDevice.Refused(DeviceRefusal why, @Nullable String detail) ->
                badRequest(OAuthError.about(why.error(), DeviceCodes.of(why), detail), errors, answers);
            case StartDevice.ClientLocked locked -> answers.locked(locked.client());
            case StartDevice.NoVerificationUri none ->
                Reply.ok(answers.serverError(DeviceCodes.NO_VERIFICATION_URI, errors));
        };
    }

    private static Reply unauthenticated(
            AuthenticationRefusal why, @Nullable String detail, ErrorPolicy errors, Answers answers) {
        OAuthError error = OAuthError.about(why.wording().error(), TokenEndpointCodes.of(why), detail);
        return Reply.ok(answers.error(TokenActions.elsewhere(why), error, errors));
    }

    private static Reply badRequest(OAuthError error, ErrorPolicy errors, Answers answers) {
        return Reply.ok(answers.error(Action.BAD_REQUEST, error, errors));
    }

    private static Members started(Service service, StartDevice.Started started, Answers answers) {
        DevicePolicy policy = service.settings().device();
        String complete = policy.verificationUriComplete(started.userCode());
        Members answer = answers.begin(Action.OK, DeviceCodes.STARTED)
                .text("responseContent", body(started, policy, complete))
                .name("clientAuthMethod", started.authMethod())
                .text("deviceCode", started.deviceCode().value())
                .text("userCode", started.userCode())
                .text("verificationUri", started.verificationUri())
                .text("verificationUriComplete", complete)
                .number("expiresIn", policy.codeLife().toSeconds())
                .number("interval", policy.interval().toSeconds());
        return AskedByDevice.add(
                answer, service, started.client(), started.authorization().request());
    }

    /** RFC 8628 section 3.2. */
    private static String body(StartDevice.Started started, DevicePolicy policy, @Nullable String complete) {
        return Json.writeText(new Members()
                .text("device_code", started.deviceCode().value())
                .text("user_code", started.userCode())
                .text("verification_uri", started.verificationUri())
                .text("verification_uri_complete", complete)
                .number("expires_in", policy.codeLife().toSeconds())
                .number("interval", policy.interval().toSeconds())
                .build());
    }
}
