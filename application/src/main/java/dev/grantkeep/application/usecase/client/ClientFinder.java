package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the client that a caller names, as it is now. */
@Wired
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

    /** Whether a client's alias is to be taken for it; one that the service has prohibited since is not. */
    public static boolean aliasCounts(Service service, Client client) {
        return service.settings().clients().aliasEnabled()
                && client.settings().aliasEnabled()
                && !isProhibited(service, client.settings().alias());
    }

    private static boolean isProhibited(Service service, @Nullable ClientAlias alias) {
        return alias != null
                && ClientAlias.isWebAddress(alias.value())
                && service.settings().clients().httpAliasProhibited();
    }

    /**
     * Whether a client that is found by an id would be found by this alias too, so that nobody could tell which is meant.
     *
     * @param own the id of the client that is to have the alias
     */
    static boolean isIdOfAnother(ClientStore clients, ServiceId service, @Nullable ClientAlias alias, ClientId own) {
        return alias != null
                && new ClientIdentifier(alias.value())
                        .asId()
                        .filter(id -> !id.equals(own))
                        .flatMap(id -> clients.find(service, id))
                        .isPresent();
    }

    private ClientRefusal whyNot(Service service, ClientIdentifier identifier) {
        Optional<ClientId> id = identifier.asId();
        boolean elsewhere = id.flatMap(clients::serviceOf)
                .filter(owner -> !owner.equals(service.id()))
                .isPresent();
        return elsewhere ? ClientRefusal.OF_ANOTHER_SERVICE : ClientRefusal.UNKNOWN;
    }
}
