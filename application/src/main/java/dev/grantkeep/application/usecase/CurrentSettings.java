package dev.grantkeep.application.usecase;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.TokenInContext;
import java.util.Optional;

/** Makes sure that no answer rests on settings that are out of date. */
@Wired
public final class CurrentSettings {
    private final Snapshots snapshots;
    private final ServiceStore services;

    public CurrentSettings(Snapshots snapshots, ServiceStore services) {
        this.snapshots = snapshots;
        this.services = services;
    }

    /** A copy, which may be out of date, of the client that a caller names; by its alias only where that counts. */
    public Optional<Client> clientSnapshot(Service service, String name) {
        return snapshots
                .client(service.id(), new ClientIdentifier(name))
                .filter(client -> name.equals(client.id().toString()) || ClientFinder.aliasCounts(service, client));
    }

    /**
     * The token that was seen, if any.
     *
     * @throws StaleSettings if the service was seen with other settings
     */
    public Optional<TokenInContext> checked(Service service, FoundAtVersion<TokenInContext> seen) {
        if (!service.version().equals(seen.service())) {
            throw new StaleSettings(service.id());
        }
        return Optional.ofNullable(seen.found());
    }

    /**
     * The client of a token that stands.
     *
     * @throws StaleSettings if there is no copy of the settings that the client was seen with
     */
    public Client clientOf(Service service, TokenInContext seen) {
        ClientState state = seen.client();
        return snapshots
                .client(service.id(), ClientIdentifier.of(seen.token().client()))
                .filter(client -> state != null && client.version().equals(state.version()))
                .orElseThrow(() -> new StaleSettings(service.id()));
    }

    /**
     * @throws StaleSettings if either is not what is stored now
     */
    public void require(Service service, Client client) {
        if (!snapshots.areCurrent(SettingsVersions.of(service, client))) {
            throw new StaleSettings(service.id());
        }
    }

    /**
     * @throws StaleSettings if the service is not what is stored now
     */
    public void require(Service service) {
        boolean current = services.find(service.id())
                .filter(stored -> stored.version().equals(service.version()))
                .isPresent();
        if (!current) {
            throw new StaleSettings(service.id());
        }
    }
}
