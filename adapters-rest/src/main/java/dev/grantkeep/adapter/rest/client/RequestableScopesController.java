package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ClientCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.client.GetClient;
import dev.grantkeep.application.port.in.client.SetRequestableScopes;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import org.jspecify.annotations.Nullable;

/** {@code client/extension/requestable_scopes/*}. No member in the answer means that the restriction is off. */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class RequestableScopesController {
    private static final String PATH = "/client/extension/requestable_scopes";
    private static final String SCOPES = "requestableScopes";

    private final Gate gate;
    private final GetClient getClient;
    private final SetRequestableScopes setRequestableScopes;

    RequestableScopesController(Gate gate, GetClient getClient, SetRequestableScopes setRequestableScopes) {
        this.gate = gate;
        this.getClient = getClient;
        this.setRequestableScopes = setRequestableScopes;
    }

    @Get(uris = {PATH + "/get/{+client}", Endpoint.V3 + PATH + "/get/{+client}"})
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.REQUESTABLE_SCOPES, service -> get(call, service));
    }

    @Post(uris = {PATH + "/update/{+client}", Endpoint.V3 + PATH + "/update/{+client}"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(
                call,
                ClientCodes.REQUESTABLE_SCOPES,
                service -> set(call, service, "/update/", call.params().scopes(SCOPES)));
    }

    @Put(uris = {PATH + "/update/{+client}", Endpoint.V3 + PATH + "/update/{+client}"})
    HttpResponse<byte[]> put(HttpRequest<byte[]> request) {
        return update(request);
    }

    @Delete(uris = {PATH + "/delete/{+client}", Endpoint.V3 + PATH + "/delete/{+client}"})
    HttpResponse<byte[]> delete(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.REQUESTABLE_SCOPES, service -> {
            Reply reply = set(call, service, "/delete/", null);
            return reply.status() == 200 ? Reply.noContent() : reply;
        });
    }

    private Reply get(Call call, Service service) {
        ClientIdentifier client = new ClientIdentifier(call.tail(PATH + "/get/"));
        return switch (getClient.handle(new GetClient.Command(service, client))) {
            case GetClient.Found found -> answer(found.client());
            case GetClient.Refused refused ->
                ClientCodes.REQUESTABLE_SCOPES.refused(refused.why(), client, call.path());
        };
    }

    private Reply set(Call call, Service service, String operation, @Nullable ScopeSet scopes) {
        ClientIdentifier client = new ClientIdentifier(call.tail(PATH + operation));
        return switch (setRequestableScopes.handle(new SetRequestableScopes.Command(service, client, scopes))) {
            case SetRequestableScopes.Done done -> answer(done.client());
            case SetRequestableScopes.Refused refused ->
                ClientCodes.REQUESTABLE_SCOPES.refused(refused.why(), client, call.path());
        };
    }

    private static Reply answer(Client client) {
        ScopeSet scopes = client.settings().requestableScopes();
        return Reply.ok(new Members().texts(SCOPES, scopes == null ? null : scopes.toStrings()));
    }
}
