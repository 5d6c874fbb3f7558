package dev.grantkeep.application.port.out;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clients. Ids are unique over all services, aliases within one. */
public interface ClientStore {
    /** Stores a new client, of version 1; {@link Saved#TAKEN} if its id, its alias or its seat is in use. */
    Saved add(Change<Client> client);

    /** The client as it is now; empty if it does not exist, was removed, or belongs to another or a removed service. */
    Optional<Client> find(ServiceId service, ClientId id);

    /** The client that has this alias, whether or not aliases are enabled. */
    Optional<Client> findByAlias(ServiceId service, ClientAlias alias);

    /** The service that the client belongs to. */
    Optional<ServiceId> serviceOf(ClientId id);

    /**
     * Replaces the state of the version before this one: {@link Saved#STALE} if there is no such state, {@link
     * Saved#TAKEN} if another client has the alias or, within the developer, the seat. A new generation marks the client's old tokens for reclaiming.
     */
    Saved replace(Change<Client> client);

    /**
     * Removes the client in one write: all its tokens are dead at once and reclaimed later. Its id is never found again;
     * its alias is free.
     *
     * @param event that it is removed, and when
     * @return whether there was one
     */
    boolean remove(ServiceId service, ClientId id, Event event);

    /**
     * In ascending order of creation.
     *
     * @param developer only the clients of this developer; null is all
     */
    Page<Client> list(ServiceId service, @Nullable String developer, Window window);
}
