package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.DecisionCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.JsonValues;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.application.port.in.authorization.GetTicket;
import dev.grantkeep.application.port.in.authorization.UpdateTicket;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@code auth/authorization/ticket/info} and {@code update}: what is noted with a ticket. */
@Endpoint
final class TicketController {
    private static final String PATH = "/auth/authorization/ticket/";
    private static final String INFO = "info";
    private static final String UPDATE = "update";
    private final Gate gate;
    private final GetTicket getTicket;
    private final UpdateTicket updateTicket;

    TicketController(Gate gate, GetTicket getTicket, UpdateTicket updateTicket) {
        this.gate = gate;
        this.getTicket = getTicket;
        this.updateTicket = updateTicket;
    }

    @Post(uris = {PATH + INFO, Endpoint.V3 + PATH + INFO})
    HttpResponse<byte[]> info(HttpRequest<byte[]> request) {
        return answer(
                request,
                DecisionCodes.TICKET_SHOWN,
                (service, params) -> getTicket.handle(new GetTicket.Command(service, params.requiredText("ticket"))));
    }

    @Post(uris = {PATH + UPDATE, Endpoint.V3 + PATH + UPDATE})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        return answer(
                request,
                DecisionCodes.TICKET_CHANGED,
                (service, params) -> updateTicket.handle(
                        new UpdateTicket.Command(service, params.requiredText("ticket"), context(params))));
    }

    private HttpResponse<byte[]> answer(
            HttpRequest<byte[]> request, ResultCode done, BiFunction<Service, Params, Optional<Ticket>> work) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "ticketResponse");
        Family family =
                message -> Reply.ok(answers.begin(Action.CALLER_ERROR, DecisionCodes.TICKET_CALL_INVALID, message));
        return gate.fresh(
                call,
                family,
                service -> Reply.ok(work.apply(service, call.params())
                        .map(ticket -> answers.begin(Action.OK, done)
                                .node(
                                        INFO,
                                        new Members()
                                                .text(
                                                        "context",
                                                        ticket.request().context())
                                                .build()))
                        .orElseGet(() -> answers.begin(Action.NOT_FOUND, DecisionCodes.TICKET_NOT_FOUND))));
    }

    /** {@code info} is an object; in a form, its text. */
    private static @Nullable String context(Params params) {
        JsonNode info = params.node(INFO);
        if (info == null) {
            throw Params.missing(INFO);
        }
        return (info.isString() ? JsonValues.objectInText(INFO, info.getStringValue()) : JsonValues.object(INFO, info))
                .text("context");
    }
}
