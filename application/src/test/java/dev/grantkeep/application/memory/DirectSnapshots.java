package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Optional;

/** Keeps nothing: every look-up goes to the stores. */
public final class DirectSnapshots implements Snapshots {
    private final ServiceStore services;
    private final ClientStore clients;

    public DirectSnapshots(ServiceStore services, ClientStore clients) {
        this.services = services;
        this.clients = clients;
    }

    @Override
    public Optional<Service> service(ServiceId id) {
        return services.find(id);
    }

    @Override
    public Optional<Client> client(ServiceId service, ClientIdentifier identifier) {
        Optional<Client> byId = identifier.asId().flatMap(id -> clients.find(service, id));
        return byId.isPresent() ? byId : identifier.asAlias().flatMap(alias -> clients.findByAlias(service, alias));
    }

    @Override
    public boolean areCurrent(SettingsVersions basis) {
        return services.find(basis.service())
                .flatMap(service -> clients.find(basis.service(), basis.client())
                        .map(client -> SettingsVersions.of(service, client)))
                .filter(basis::equals)
                .isPresent();
    }

    @Override
    public void forget(ServiceId service) {}
}
