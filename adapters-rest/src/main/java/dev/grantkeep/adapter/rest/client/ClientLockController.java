package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ClientCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.client.LockClient;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code client/lock_flag/update}. */
@Endpoint
final class ClientLockController {
    private static final String FLAG = "clientLocked";

    private final Gate gate;
    private final LockClient lockClient;

    ClientLockController(Gate gate, LockClient lockClient) {
        this.gate = gate;
        this.lockClient = lockClient;
    }

    @Post(uris = {"/client/lock_flag/update/{+client}", Endpoint.V3 + "/client/lock_flag/update/{+client}"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.LOCK, service -> update(call, service));
    }

    private Reply update(Call call, Service service) {
        ClientIdentifier client = new ClientIdentifier(call.tail("/client/lock_flag/update/"));
        Params params = call.params();
        if (!params.has(FLAG)) {
            throw Params.missing(FLAG);
        }
        return switch (lockClient.handle(new LockClient.Command(service, client, params.flag(FLAG)))) {
            case LockClient.Done done ->
                ClientCodes.LOCK_UPDATED.reply(done.client().id());
            case LockClient.Refused refused -> ClientCodes.LOCK.refused(refused.why(), client, call.path());
        };
    }
}
