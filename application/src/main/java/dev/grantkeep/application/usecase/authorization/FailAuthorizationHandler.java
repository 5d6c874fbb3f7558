package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.in.authorization.CompleteResponse;
import dev.grantkeep.application.port.in.authorization.FailAuthorization;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import java.util.Map;

/** Ends an authorization request without a yes. */
@Wired
public final class FailAuthorizationHandler implements FailAuthorization {
    private final TicketFinder finder;
    private final StepStore steps;
    private final ClientStore clients;
    private final AuthorizationResponses responses;

    public FailAuthorizationHandler(
            TicketFinder finder, StepStore steps, ClientStore clients, AuthorizationResponses responses) {
        this.finder = finder;
        this.steps = steps;
        this.clients = clients;
        this.responses = responses;
    }

    @Override
    public Result handle(Command command) {
        return finder.find(command.service(), command.ticket())
                .map(ticket -> failToClient(command, ticket))
                .orElseGet(NoTicket::new);
    }

    private Result failToClient(Command command, Ticket ticket) {
        return clients.find(command.service().id(), ticket.request().client().id())
                .map(client -> client.locked() ? new ClientLocked(client.id()) : fail(command, client, ticket))
                .orElseGet(ClientGone::new);
    }

    private Result fail(Command command, Client client, Ticket ticket) {
        Recipient to = ticket.request().recipient();
        return switch (responses.complete(command.service(), client, to, command.error())) {
            case CompleteResponse.Completed(Map<String, String> response) ->
                steps.take(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                        ? new Failed(to.target(), response)
                        : new NoTicket();
            case CompleteResponse.Impossible(String why) -> new ResponseImpossible(why);
        };
    }
}
