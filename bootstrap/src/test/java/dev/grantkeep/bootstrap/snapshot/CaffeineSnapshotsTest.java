package dev.grantkeep.bootstrap.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import org.junit.jupiter.api.Test;

class CaffeineSnapshotsTest {
    private final InMemoryStores stores = new InMemoryStores();
    private final CaffeineSnapshots snapshots = new CaffeineSnapshots(stores.services(), stores.clients());
    private final Service service = Services.aService().build();
    private final Client client =
            Clients.aClient().of(service).withAlias("an-alias").build();

    @Test
    void absenceIsNotKept() {
        assertThat(snapshots.service(service.id())).isEmpty();
        assertThat(snapshots.client(service.id(), ClientIdentifier.of(client.id())))
                .isEmpty();

        store();

        assertThat(snapshots.service(service.id())).contains(service);
        assertThat(snapshots.client(service.id(), ClientIdentifier.of(client.id())))
                .contains(client);
    }

    @Test
    void aClientIsFoundByItsAlias() {
        store();

        assertThat(snapshots.client(service.id(), new ClientIdentifier("an-alias")))
                .contains(client);
    }

    @Test
    void aCopyIsKeptUntilItIsForgotten() {
        store();
        snapshots.service(service.id());
        snapshots.client(service.id(), ClientIdentifier.of(client.id()));
        Service changedService =
                service.update(service.settings(), service.modifiedAt()).state();
        Client changedClient =
                client.update(client.settings(), client.modifiedAt()).state();
        stores.services().replace(Changed.to(changedService));
        stores.clients().replace(Changed.to(changedClient));

        assertThat(snapshots.service(service.id())).contains(service);
        assertThat(snapshots.client(service.id(), ClientIdentifier.of(client.id())))
                .contains(client);
        assertThat(snapshots.areCurrent(SettingsVersions.of(service, client))).isFalse();

        snapshots.forget(service.id());

        assertThat(snapshots.service(service.id())).contains(changedService);
        assertThat(snapshots.client(service.id(), ClientIdentifier.of(client.id())))
                .contains(changedClient);
        assertThat(snapshots.areCurrent(SettingsVersions.of(changedService, changedClient)))
                .isTrue();
    }

    private void store() {
        stores.services().add(Changed.to(service));
        stores.clients().add(Changed.to(client));
    }
}
