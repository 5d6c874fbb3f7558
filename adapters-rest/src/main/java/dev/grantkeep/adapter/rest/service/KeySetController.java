package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.service.GetKeySet;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;

/** {@code service/jwks/get}, whose answer is the JWK Set itself. */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
public final class KeySetController {
    private final Gate gate;
    private final GetKeySet getKeySet;

    KeySetController(Gate gate, GetKeySet getKeySet) {
        this.gate = gate;
        this.getKeySet = getKeySet;
    }

    @Get(uris = {"/service/jwks/get", Endpoint.V3 + "/service/jwks/get"})
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ServiceCodes.KEY_SET, service -> get(call.params(), service));
    }

    /** The answer to a call for this service. */
    public Reply get(Params params, Service service) {
        boolean pretty = params.flag("pretty");
        return switch (getKeySet.handle(new GetKeySet.Command(service, params.flag("includePrivateKeys")))) {
            case GetKeySet.Found found ->
                Reply.written(
                        pretty ? Json.indented(found.text()) : found.text().getBytes(StandardCharsets.UTF_8));
            case GetKeySet.None none -> Reply.noContent();
            case GetKeySet.Unreadable unreadable -> ServiceCodes.KEY_SET_UNREADABLE.reply(unreadable.reason());
        };
    }
}
