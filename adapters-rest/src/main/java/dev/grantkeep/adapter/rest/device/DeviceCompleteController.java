package dev.grantkeep.adapter.rest.device;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.DeviceCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.Unsupported;
import dev.grantkeep.adapter.rest.openid.IdTokenParams;
import dev.grantkeep.adapter.rest.token.TokenParams;
import dev.grantkeep.application.port.in.device.CompleteDevice;
import dev.grantkeep.domain.device.DeviceDecision.NotAuthorized;
import dev.grantkeep.domain.device.DeviceDecision.Reason;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code device/complete}: the decision about a device's request. */
@Endpoint
final class DeviceCompleteController {
    private static final String PATH = "/device/complete";
    private final Gate gate;
    private final CompleteDevice completeDevice;

    DeviceCompleteController(Gate gate, CompleteDevice completeDevice) {
        this.gate = gate;
        this.completeDevice = completeDevice;
    }

    private enum Result {
        AUTHORIZED,
        ACCESS_DENIED,
        TRANSACTION_FAILED
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> complete(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "deviceCompleteResponse");
        Family family =
                message -> Reply.ok(answers.begin(Action.INVALID_REQUEST, DeviceCodes.COMPLETION_INVALID, message));
        return gate.fresh(call, family, service -> complete(command(service, call.params()), answers));
    }

    private Reply complete(CompleteDevice.Command command, Answers answers) {
        return switch (completeDevice.handle(command)) {
            case CompleteDevice.Completed completed -> Reply.ok(answers.begin(Action.SUCCESS, DeviceCodes.COMPLETED));
            case CompleteDevice.Unknown unknown ->
                Reply.ok(answers.begin(Action.USER_CODE_NOT_EXIST, DeviceCodes.COMPLETED_UNKNOWN));
            case CompleteDevice.Expired expired ->
                Reply.ok(answers.begin(Action.USER_CODE_EXPIRED, DeviceCodes.COMPLETED_EXPIRED));
            case CompleteDevice.TooManyMisses tooMany ->
                Reply.ok(answers.begin(Action.SERVER_ERROR, DeviceCodes.NOT_COMPLETABLE_NOW));
            case CompleteDevice.ClientLocked locked -> answers.locked(locked.client());
            case CompleteDevice.DemandNotMet unmet ->
                Reply.ok(answers.begin(Action.SERVER_ERROR, DeviceCodes.DEMAND_NOT_MET));
        };
    }

    private static CompleteDevice.Command command(Service service, Params params) {
        Unsupported.refuse(params);
        return new CompleteDevice.Command(service, params.requiredText("userCode"), decision(params));
    }

    private static CompleteDevice.Decision decision(Params params) {
        Result result = params.name("result", Result.class);
        return switch (result) {
            case null -> throw Params.missing("result");
            case AUTHORIZED -> yes(params);
            case ACCESS_DENIED -> no(Reason.DENIED, params);
            case TRANSACTION_FAILED -> no(Reason.FAILED, params);
        };
    }

    private static CompleteDevice.Yes yes(Params params) {
        return new CompleteDevice.Yes(
                params.subject("subject"),
                params.scopes("scopes"),
                Objects.requireNonNullElse(params.properties("properties"), Properties.NONE),
                TokenDetails.NONE
                        .withAuthentication(TokenParams.authentication(params))
                        .withIdentity(IdTokenParams.identity(params)),
                IdTokenParams.content(params),
                params.durations());
    }

    private static CompleteDevice.No no(Reason reason, Params params) {
        return new CompleteDevice.No(
                new NotAuthorized(reason, new OwnWords(params.text("errorDescription"), errorUri(params))));
    }

    private static @Nullable String errorUri(Params params) {
        String text = params.text("errorUri");
        try {
            return text == null ? null : new URI(text).toASCIIString();
        } catch (URISyntaxException malformed) {
            throw new BadRequest("The value of 'errorUri' is not a URI.");
        }
    }
}
