package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.service.ListServices;
import dev.grantkeep.application.port.out.Page;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** {@code service/get/list}, for the owner of all services. */
@Controller("/api")
@ExecuteOn(Gate.EXECUTOR)
final class ServiceListController {
    private static final int DEFAULT_END = 5;

    private final Gate gate;
    private final ListServices listServices;

    ServiceListController(Gate gate, ListServices listServices) {
        this.gate = gate;
        this.listServices = listServices;
    }

    @Get("/service/get/list")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> list(call));
    }

    private Reply list(Call call) {
        Window window = call.params().window(DEFAULT_END);
        Page<Service> page = listServices.handle(new ListServices.Command(window));
        return Reply.ok(Members.of(call.dialect(), "serviceListResponse")
                .number("start", window.start())
                .number("end", window.end())
                .number("totalCount", page.total())
                .nodes("services", page.items().stream().map(ServiceJson::write).toList()));
    }
}
