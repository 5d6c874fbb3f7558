package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ClientCodes;
import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.client.ChangeClientSecret;
import dev.grantkeep.application.port.in.client.LockClient;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a client gets in, and by what: {@code client/lock_flag/update}, {@code client/secret/refresh} which generates a
 * new secret, and {@code client/secret/update} which takes the given one.
 */
@Endpoint
final class ClientAccessController {
    private static final String FLAG = "clientLocked";
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,86}");

    private final Gate gate;
    private final LockClient lockClient;
    private final ChangeClientSecret changeClientSecret;

    ClientAccessController(Gate gate, LockClient lockClient, ChangeClientSecret changeClientSecret) {
        this.gate = gate;
        this.lockClient = lockClient;
        this.changeClientSecret = changeClientSecret;
    }

    @Post(uris = {"/client/lock_flag/update/{+client}", Endpoint.V3 + "/client/lock_flag/update/{+client}"})
    HttpResponse<byte[]> lock(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.LOCK, service -> lock(call, service));
    }

    /** A GET that changes something, because that is what the API says; so there is no HEAD beside it. */
    @Get(
            uris = {"/client/secret/refresh/{+client}", Endpoint.V3 + "/client/secret/refresh/{+client}"},
            headRoute = false)
    HttpResponse<byte[]> refresh(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(
                call,
                ClientCodes.SECRET_REFRESH,
                service -> change(
                        call,
                        command(call, service, "/client/secret/refresh/", null),
                        ClientCodes.SECRET_REFRESH,
                        ClientCodes.SECRET_REFRESHED,
                        "clientSecretRefreshResponse"));
    }

    @Post(uris = {"/client/secret/update/{+client}", Endpoint.V3 + "/client/secret/update/{+client}"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(
                call,
                ClientCodes.SECRET_UPDATE,
                service -> change(
                        call,
                        command(call, service, "/client/secret/update/", chosen(call.params())),
                        ClientCodes.SECRET_UPDATE,
                        ClientCodes.SECRET_UPDATED,
                        "clientSecretUpdateResponse"));
    }

    private Reply lock(Call call, Service service) {
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

    private Reply change(Call call, ChangeClientSecret.Command command, Group family, ResultCode success, String type) {
        return switch (changeClientSecret.handle(command)) {
            case ChangeClientSecret.Changed changed ->
                Reply.ok(success.addTo(
                                Members.of(call.dialect(), type),
                                changed.client().id())
                        .text("newClientSecret", changed.client().secret().value())
                        .text("oldClientSecret", changed.oldSecret().value()));
            case ChangeClientSecret.Refused refused -> family.refused(refused.why(), command.client(), call.path());
        };
    }

    private static ChangeClientSecret.Command command(
            Call call, Service service, String prefix, @Nullable Secret chosen) {
        return new ChangeClientSecret.Command(service, new ClientIdentifier(call.tail(prefix)), chosen);
    }

    private static Secret chosen(Params params) {
        String secret = params.requiredText("clientSecret");
        if (!ALLOWED.matcher(secret).matches()) {
            throw new BadRequest("The value of 'clientSecret' must be 1 to 86 characters of A-Z, a-z, 0-9, - and _.");
        }
        return new Secret(secret);
    }
}
