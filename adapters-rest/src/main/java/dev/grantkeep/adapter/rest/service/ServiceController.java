package dev.grantkeep.adapter.rest.service;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Lists;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.message.SentMembers;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.client.CountClients;
import dev.grantkeep.application.port.in.service.CreateService;
import dev.grantkeep.application.port.in.service.DeleteService;
import dev.grantkeep.application.port.in.service.GetService;
import dev.grantkeep.application.port.in.service.ListServices;
import dev.grantkeep.application.port.in.service.UpdateService;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.Optional;

/**
 * {@code service/*}. In 2.x only the owner of all services may call it and the service's number comes last in the path;
 * in 3.0 it comes first, and the service's own token will do.
 */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class ServiceController {
    private static final int DEFAULT_END = 5;

    private final Gate gate;
    private final Lists lists;
    private final CreateService createService;
    private final GetService getService;
    private final UpdateService updateService;
    private final DeleteService deleteService;
    private final ListServices listServices;
    private final CountClients countClients;

    ServiceController(
            Gate gate,
            Lists lists,
            CreateService createService,
            GetService getService,
            UpdateService updateService,
            DeleteService deleteService,
            ListServices listServices,
            CountClients countClients) {
        this.gate = gate;
        this.lists = lists;
        this.createService = createService;
        this.getService = getService;
        this.updateService = updateService;
        this.deleteService = deleteService;
        this.listServices = listServices;
        this.countClients = countClients;
    }

    @Post("/service/create")
    HttpResponse<byte[]> create(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> {
            CreateService.Command command =
                    new CreateService.Command(new SentServiceMembers(call.members()).create(call.dialect()));
            Service created = SentMembers.done(() -> createService.handle(command));
            return Reply.ok(ServiceJson.answer(call.dialect(), created, 0));
        });
    }

    @Get("/service/get/{+apiKey}")
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> get(call, id(call, "/service/get/")));
    }

    @Get(Endpoint.V3 + "/service/get")
    HttpResponse<byte[]> getNamed(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ServiceCodes.SERVICE, service -> answer(call, Optional.of(service)));
    }

    @Post("/service/update/{+apiKey}")
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> update(call, id(call, "/service/update/")));
    }

    @Post(Endpoint.V3 + "/service/update")
    HttpResponse<byte[]> updateNamed(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ServiceCodes.SERVICE, service -> update(call, Optional.of(service.id())));
    }

    @Delete("/service/delete/{+apiKey}")
    HttpResponse<byte[]> delete(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> delete(call, id(call, "/service/delete/")));
    }

    @Delete(Endpoint.V3 + "/service/delete")
    HttpResponse<byte[]> deleteNamed(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, ServiceCodes.SERVICE, service -> delete(call, Optional.of(service.id())));
    }

    @Get("/service/get/list")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.owner(call, ServiceCodes.SERVICE, () -> list(call));
    }

    private Reply get(Call call, Optional<ServiceId> id) {
        return answer(call, id.flatMap(known -> getService.handle(new GetService.Command(known))));
    }

    private Reply update(Call call, Optional<ServiceId> id) {
        UpdateService.Change change = new SentServiceMembers(call.members())::update;
        return answer(
                call,
                id.flatMap(known ->
                        SentMembers.done(() -> updateService.handle(new UpdateService.Command(known, change)))));
    }

    private Reply delete(Call call, Optional<ServiceId> id) {
        boolean deleted = id.map(known -> deleteService.handle(new DeleteService.Command(known)))
                .orElse(false);
        return deleted ? Reply.noContent() : CommonCodes.SERVICE_UNKNOWN.reply(call.path());
    }

    private Reply answer(Call call, Optional<Service> service) {
        return service.map(found -> Reply.ok(ServiceJson.answer(
                        call.dialect(), found, countClients.handle(new CountClients.Command(found.id())))))
                .orElseGet(() -> CommonCodes.SERVICE_UNKNOWN.reply(call.path()));
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

    private static Optional<ServiceId> id(Call call, String prefix) {
        return Call.serviceId(call.tail(prefix));
    }
}
