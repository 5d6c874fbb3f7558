package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.in.client.DeleteClient;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;

/** Deletes clients. */
@Wired
public final class DeleteClientHandler implements DeleteClient {
    private final ClientStore clients;
    private final ClientFinder finder;
    private final Clock clock;

    public DeleteClientHandler(ClientStore clients, ClientFinder finder, Clock clock) {
        this.clients = clients;
        this.finder = finder;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return command.service() == null
                ? command.client()
                        .asId()
                        .flatMap(id -> clients.serviceOf(id).map(service -> remove(service, id)))
                        .orElse(new Refused(ClientRefusal.UNKNOWN))
                : finder.<Result>with(command.service(), command.client(), this::remove, Refused::new);
    }

    private Result remove(Client client) {
        return remove(client.service(), client.id());
    }

    private Result remove(ServiceId service, ClientId id) {
        Event event = new Event(Event.Kind.CLIENT_REMOVED, clock.now());
        return clients.remove(service, id, event) ? new Deleted() : new Refused(ClientRefusal.UNKNOWN);
    }
}
