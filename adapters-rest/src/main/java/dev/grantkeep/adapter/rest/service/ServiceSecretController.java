package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.service.ChangeServiceSecret;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import java.util.Optional;

/**
 * {@code service/secret/refresh}: a new secret for a service. In 2.x only the owner of all services may call it; in 3.0 the
 * service's own token, which ends by it, will do.
 */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class ServiceSecretController {
    private static final String PATH = "/service/secret/refresh";

    private final Gate gate;
    private final ChangeServiceSecret changeServiceSecret;

    ServiceSecretController(Gate gate, ChangeServiceSecret changeServiceSecret) {
        this.gate = gate;
        this.changeServiceSecret = changeServiceSecret;
    }

    @Post(PATH + "/{+apiKey}")
    HttpResponse<byte[]> refresh(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.owner(
                call, ServiceCodes.SECRET_REFRESH, () -> refresh(call, Call.serviceId(call.tail(PATH + "/"))));
    }

    @Post(Endpoint.V3 + PATH)
    HttpResponse<byte[]> refreshNamed(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ServiceCodes.SECRET_REFRESH, service -> refresh(call, Optional.of(service.id())));
    }

    private Reply refresh(Call call, Optional<ServiceId> id) {
        return id.flatMap(known -> changeServiceSecret.handle(new ChangeServiceSecret.Command(known)))
                .map(service -> Reply.ok(answer(call, service)))
                .orElseGet(() -> CommonCodes.SERVICE_UNKNOWN.reply(call.path()));
    }

    private static Members answer(Call call, Service service) {
        return ServiceCodes.SECRET_REFRESHED
                .addTo(Members.of(call.dialect(), "serviceSecretRefreshResponse"), service.id())
                .number("apiKey", service.id().value())
                .text("newApiSecret", service.secret().value());
    }
}
