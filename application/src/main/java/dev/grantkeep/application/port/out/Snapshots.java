package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;

/**
 * Copies of the settings of services and clients that may be out of date. Whoever answers by one must find out that it
 * is current: by what a store {@link FoundAtVersion saw}, by the {@link SettingsVersions} of a write, or by {@link #areCurrent}.
 */
public interface Snapshots {
    Optional<Service> service(ServiceId id);

    /** By id, else by alias, whether or not aliases are enabled. */
    Optional<Client> client(ServiceId service, ClientIdentifier identifier);

    /** Whether both are stored with exactly these versions now. */
    boolean areCurrent(SettingsVersions basis);

    /** Forgets what is kept of this service and its clients. */
    void forget(ServiceId service);
}
