package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Lists;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.service.ListServices;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;

/** {@code service/get/list}, for the owner of all services. */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class ServiceListController {
    private static final int DEFAULT_END = 5;

    private final Gate gate;
    private final Lists lists;
    private final ListServices listServices;

    ServiceListController(Gate gate, Lists lists, ListServices listServices) {
        this.gate = gate;
        this.lists = lists;
        this.listServices = listServices;
    }

    @Get("/service/get/list")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> list(call));
    }

    private Reply list(Call call) {
        Window window = call.params().window(DEFAULT_END);
        Lists.Entries services = lists.write(
                window, DEFAULT_END, part -> listServices.handle(new ListServices.Command(part)), ServiceJson::write);
        return Reply.ok(
                Members.of(call.dialect(), "serviceListResponse")
                        .number("start", window.start())
                        .number("end", window.end())
                        .number("totalCount", services.total()),
                "services",
                services);
    }
}
