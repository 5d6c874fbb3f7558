package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;
import java.util.function.Function;

/** Finds the client that a caller names, as it is now. */
public final class ClientFinder {
    private final ClientStore clients;

    public ClientFinder(ClientStore clients) {
        this.clients = clients;
    }

    /** By id, else by alias if the service and the client enable aliases. */
    public Optional<Client> find(Service service, ClientIdentifier identifier) {
        return identifier
                .asId()
                .flatMap(id -> clients.find(service.id(), id))
                .or(() -> identifier
                        .asAlias()
                        .flatMap(alias -> clients.findByAlias(service.id(), alias))
                        .filter(client -> aliasCounts(service, client)));
    }

    /** What the caller wants to do with the client, or why there is none. */
    public <R> R with(
            Service service,
            ClientIdentifier identifier,
            Function<Client, R> found,
            Function<ClientRefusal, R> refused) {
        return find(service, identifier).map(found).orElseGet(() -> refused.apply(whyNot(service, identifier)));
    }

    /** Whether a client's alias is to be taken for it. */
    public static boolean aliasCounts(Service service, Client client) {
        return service.settings().clientIdAliasEnabled() && client.settings().aliasEnabled();
    }

    private ClientRefusal whyNot(Service service, ClientIdentifier identifier) {
        Optional<ClientId> id = identifier.asId();
        boolean elsewhere = id.flatMap(clients::serviceOf)
                .filter(owner -> !owner.equals(service.id()))
                .isPresent();
        return elsewhere ? ClientRefusal.OF_ANOTHER_SERVICE : ClientRefusal.UNKNOWN;
    }
}
