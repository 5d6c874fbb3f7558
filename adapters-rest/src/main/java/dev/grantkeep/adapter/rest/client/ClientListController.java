package dev.grantkeep.adapter.rest.client;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ClientCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Lists;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.client.ListClients;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;

/** {@code client/get/list}. */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class ClientListController {
    private static final int DEFAULT_END = 5;

    private final Gate gate;
    private final Lists lists;
    private final ListClients listClients;

    ClientListController(Gate gate, Lists lists, ListClients listClients) {
        this.gate = gate;
        this.lists = lists;
        this.listClients = listClients;
    }

    @Get(uris = {"/client/get/list", Endpoint.V3 + "/client/get/list"})
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ClientCodes.CLIENT, service -> list(call, service));
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
}
