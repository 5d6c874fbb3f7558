package dev.grantkeep.adapter.rest.grant;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.client.ClientJson;
import dev.grantkeep.adapter.rest.error.GrantCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Lists;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.in.grant.ListAuthorizedClients;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** {@code client/authorization/get/list}: which clients hold tokens of a user ("Managing authorizations"). */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
final class AuthorizedClientsController {
    private static final String PATH = "/client/authorization/get/list";
    private static final String SUBJECT = "subject";
    private static final int DEFAULT_END = 5;

    /** The page of a user interface; most users have no more. In 3.0 little is shown of each, whatever it takes to read. */
    private static final int READ_AT_ONCE = 20;

    private final Gate gate;
    private final Lists lists;
    private final ListAuthorizedClients listAuthorizedClients;

    AuthorizedClientsController(Gate gate, Lists lists, ListAuthorizedClients listAuthorizedClients) {
        this.gate = gate;
        this.lists = lists;
        this.listAuthorizedClients = listAuthorizedClients;
    }

    @Get(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> byQuery(HttpRequest<?> request) {
        return byParams(Call.of(request));
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> byBody(HttpRequest<byte[]> request) {
        return byParams(Call.of(request));
    }

    @Get(uris = {PATH + "/{+subject}", Endpoint.V3 + PATH + "/{+subject}"})
    HttpResponse<byte[]> byPath(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(
                call,
                GrantCodes.AUTHORIZATION_LIST,
                service -> list(call, service, Params.subjectOf(SUBJECT, call.tail(PATH + "/"))));
    }

    private HttpResponse<byte[]> byParams(Call call) {
        return gate.fresh(
                call,
                GrantCodes.AUTHORIZATION_LIST,
                service -> list(call, service, call.params().subject(SUBJECT)));
    }

    private Reply list(Call call, Service service, Subject subject) {
        Params params = call.params();
        String developer = params.text("developer");
        Window window = params.window(DEFAULT_END);
        Lists.Entries clients = lists.writeExcerpts(
                window,
                READ_AT_ONCE,
                part -> listAuthorizedClients.handle(
                        new ListAuthorizedClients.Command(service, subject, developer, part)),
                client -> ClientJson.writeLimited(call.dialect(), client, service));
        return Reply.ok(
                Members.of(call.dialect(), "authorizedClientListResponse")
                        .text("developer", developer)
                        .number("end", window.end())
                        .number("start", window.start())
                        .number("totalCount", clients.total())
                        .text(SUBJECT, subject.value()),
                "clients",
                clients);
    }
}
