package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ClientCodes;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Lists;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.message.SentMembers;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.client.CreateClient;
import dev.grantkeep.application.port.in.client.DeleteClient;
import dev.grantkeep.application.port.in.client.GetClient;
import dev.grantkeep.application.port.in.client.ListClients;
import dev.grantkeep.application.port.in.client.UpdateClient;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** {@code client/create | get | get/list | update | delete}. A client is named by its id or its alias. */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class ClientController {
    private static final int DEFAULT_END = 5;

    private final Gate gate;
    private final Lists lists;
    private final CreateClient createClient;
    private final GetClient getClient;
    private final ListClients listClients;
    private final UpdateClient updateClient;
    private final DeleteClient deleteClient;

    ClientController(
            Gate gate,
            Lists lists,
            CreateClient createClient,
            GetClient getClient,
            ListClients listClients,
            UpdateClient updateClient,
            DeleteClient deleteClient) {
        this.gate = gate;
        this.lists = lists;
        this.createClient = createClient;
        this.getClient = getClient;
        this.listClients = listClients;
        this.updateClient = updateClient;
        this.deleteClient = deleteClient;
    }

    @Post(uris = {"/client/create", Endpoint.V3 + "/client/create"})
    HttpResponse<byte[]> create(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.CLIENT, service -> create(call, service));
    }

    @Get(uris = {"/client/get/{+client}", Endpoint.V3 + "/client/get/{+client}"})
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.CLIENT, service -> get(call, service));
    }

    @Get(uris = {"/client/get/list", Endpoint.V3 + "/client/get/list"})
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.CLIENT, service -> list(call, service));
    }

    @Post(uris = {"/client/update/{+client}", Endpoint.V3 + "/client/update/{+client}"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.CLIENT, service -> update(call, service));
    }

    /** The official Java library calls this with the credentials of the owner of services in 2.x. */
    @Delete(uris = {"/client/delete/{+client}", Endpoint.V3 + "/client/delete/{+client}"})
    HttpResponse<byte[]> delete(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.serviceOrOwner(call, ClientCodes.CLIENT, service -> delete(call, service));
    }

    private Reply create(Call call, Service service) {
        ClientSettings settings = ClientJson.create(call.dialect(), call.members(), service);
        CreateClient.Command command = new CreateClient.Command(service, settings);
        return switch (SentMembers.done(() -> createClient.handle(command))) {
            case CreateClient.Created created -> Reply.ok(ClientJson.answer(call.dialect(), created.client(), service));
            case CreateClient.AliasTaken taken -> ClientCodes.ALIAS_TAKEN.reply();
            case CreateClient.InsecureRedirectUri insecure -> throw insecure(insecure.uri());
            case CreateClient.DeveloperIsFull full -> ClientCodes.DEVELOPER_IS_FULL.reply(full.limit());
        };
    }

    private Reply get(Call call, Service service) {
        ClientIdentifier client = new ClientIdentifier(call.tail("/client/get/"));
        return switch (getClient.handle(new GetClient.Command(service, client))) {
            case GetClient.Found found -> Reply.ok(ClientJson.answer(call.dialect(), found.client(), service));
            case GetClient.Refused refused -> ClientCodes.CLIENT.refused(refused.why(), client, call.path());
        };
    }

    private Reply list(Call call, Service service) {
        Params params = call.params();
        String developer = params.text("developer");
        Window window = params.window(DEFAULT_END);
        Lists.Entries clients = lists.write(
                window,
                DEFAULT_END,
                part -> listClients.handle(new ListClients.Command(service, developer, part)),
                client -> ClientJson.write(call.dialect(), client, service));
        return Reply.ok(
                Members.of(call.dialect(), "clientListResponse")
                        .number("start", window.start())
                        .number("end", window.end())
                        .text("developer", call.dialect() == Dialect.V2 ? developer : null)
                        .number("totalCount", clients.total()),
                "clients",
                clients);
    }

    private Reply update(Call call, Service service) {
        ClientIdentifier client = new ClientIdentifier(call.tail("/client/update/"));
        SentMembers sent = call.members();
        UpdateClient.Change change = current -> ClientJson.update(call.dialect(), current, sent, service);
        UpdateClient.Command command = new UpdateClient.Command(service, client, change);
        return switch (SentMembers.done(() -> updateClient.handle(command))) {
            case UpdateClient.Updated updated -> Reply.ok(ClientJson.answer(call.dialect(), updated.client(), service));
            case UpdateClient.AliasTaken taken -> ClientCodes.ALIAS_TAKEN.reply();
            case UpdateClient.InsecureRedirectUri insecure -> throw insecure(insecure.uri());
            case UpdateClient.Refused refused -> ClientCodes.CLIENT.refused(refused.why(), client, call.path());
        };
    }

    private Reply delete(Call call, @Nullable Service service) {
        ClientIdentifier client = new ClientIdentifier(call.tail("/client/delete/"));
        return switch (deleteClient.handle(new DeleteClient.Command(service, client))) {
            case DeleteClient.Deleted deleted -> Reply.noContent();
            case DeleteClient.Refused refused -> ClientCodes.CLIENT.refused(refused.why(), client, call.path());
        };
    }

    private static BadRequest insecure(RedirectUri uri) {
        return new BadRequest("The client is not valid: a response to the redirect URI '" + uri.value()
                + "' would not come to the client alone. It begins with https, with http and localhost, 127.0.0.1 or"
                + " [::1], or with a scheme of the client's own, unless the service has the attribute "
                + ServiceSettings.INSECURE_REDIRECT_URIS + "=true.");
    }
}
