package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.device.DeviceAuthorizationController;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.cors.CrossOrigin;

/** The device authorization endpoint (RFC 8628 section 3.1). Where users enter their codes is a page of the provider. */
@FrontEndpoint
@CrossOrigin(allowCredentials = false)
final class DeviceFront {
    private final Answering answering;
    private final DeviceAuthorizationController devices;

    DeviceFront(Answering answering, DeviceAuthorizationController devices) {
        this.answering = answering;
        this.devices = devices;
    }

    @Post(FrontEndpoint.SERVICE + "/device_authorization")
    HttpResponse<byte[]> start(HttpRequest<byte[]> request) {
        return answering.answer(
                FrontCall.of(request),
                call -> call.clientParams(call.form()),
                devices::start,
                ToClients.VOICE,
                ToClients::json);
    }
}
