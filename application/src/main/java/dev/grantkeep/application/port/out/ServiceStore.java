package dev.grantkeep.application.port.out;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import java.util.Optional;

/**
 * The services. What is saved here and in the other stores is a {@link Change}: the state and its event, both or neither.
 * Every method throws {@link StoreUnavailable} if the store cannot answer; so do those of all stores.
 */
public interface ServiceStore {
    /** Stores a new service, of version 1; {@link Saved#TAKEN} if its id is in use or ever was. */
    Saved add(Change<Service> service);

    /** The service as it is now; empty if it does not exist or was removed. */
    Optional<Service> find(ServiceId id);

    /**
     * The service whose API secret this is, looked up by its {@link Secret#fingerprint}; empty if there is none or it was
     * removed. Callers of 3.0 present nothing else. If several have it, one of them.
     */
    Optional<ServiceId> ownerOf(Secret secret);

    /** Replaces the state of the version before this one; {@link Saved#STALE} if there is no such state. */
    Saved replace(Change<Service> service);

    /**
     * Removes the service in one write: from then on nothing of it is found and all its tokens are dead. What belonged
     * to it is reclaimed later.
     *
     * @param event that it is removed, and when
     * @return whether there was one
     */
    boolean remove(ServiceId id, Event event);

    /** In ascending order of creation. */
    Page<Service> list(Window window);
}
