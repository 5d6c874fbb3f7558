package dev.grantkeep.adapter.rest.device;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.DeviceCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.application.port.in.device.VerifyUserCode;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code device/verification}: what a user code is of. */
@Endpoint
final class DeviceVerificationController {
    private static final String PATH = "/device/verification";
    private final Gate gate;
    private final VerifyUserCode verifyUserCode;

    DeviceVerificationController(Gate gate, VerifyUserCode verifyUserCode) {
        this.gate = gate;
        this.verifyUserCode = verifyUserCode;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> verify(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "deviceVerificationResponse");
        Family family =
                message -> Reply.ok(answers.begin(Action.SERVER_ERROR, DeviceCodes.VERIFICATION_INVALID, message));
        return gate.fresh(call, family, service -> verify(service, call.params(), answers));
    }

    private Reply verify(Service service, Params params, Answers answers) {
        VerifyUserCode.Command command = new VerifyUserCode.Command(service, params.requiredText("userCode"));
        return switch (verifyUserCode.handle(command)) {
            case VerifyUserCode.Valid valid -> Reply.ok(valid(service, valid, answers));
            case VerifyUserCode.Unknown unknown -> Reply.ok(answers.begin(Action.NOT_EXIST, DeviceCodes.CODE_UNKNOWN));
            case VerifyUserCode.Expired expired -> Reply.ok(answers.begin(Action.EXPIRED, DeviceCodes.CODE_EXPIRED));
            case VerifyUserCode.TooManyMisses tooMany ->
                Reply.ok(answers.begin(Action.SERVER_ERROR, DeviceCodes.NOT_VERIFIABLE_NOW));
            case VerifyUserCode.ClientLocked locked -> answers.locked(locked.client());
        };
    }

    private static Members valid(Service service, VerifyUserCode.Valid valid, Answers answers) {
        Members answer = answers.begin(Action.VALID, DeviceCodes.VALID)
                .instant("expiresAt", valid.authorization().expiresAt());
        return AskedByDevice.add(
                answer, service, valid.client(), valid.authorization().request());
    }
}
