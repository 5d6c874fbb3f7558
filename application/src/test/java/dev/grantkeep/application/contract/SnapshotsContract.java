package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What all {@link Snapshots} must do, whatever they keep. */
public abstract class SnapshotsContract extends StoreContract {
    private Snapshots snapshots;
    private Service service;
    private Client client;

    /** Snapshots over the stores that {@link #stores()} gives. */
    protected abstract Snapshots snapshots();

    @BeforeEach
    void aClientWithAnAlias() {
        snapshots = snapshots();
        service = given().stored(Services.aService().withClientIdAliasEnabled(false));
        client = given().stored(Clients.aClient().of(service).withAlias("alias").withAliasEnabled(false));
    }

    private Optional<Client> found(String identifier) {
        return snapshots.client(service.id(), new ClientIdentifier(identifier));
    }

    @Nested
    class Find {
        @Test
        void findsTheService() {
            assertThat(snapshots.service(service.id())).contains(service);
            assertThat(snapshots.service(Unique.serviceId())).isEmpty();
        }

        @Test
        void findsTheClientByIdAndByAliasWhetherOrNotAliasesAreEnabled() {
            assertThat(found(client.id().toString())).contains(client);
            assertThat(found("alias")).contains(client);
        }

        @Test
        void prefersAnIdToAnAlias() {
            given().stored(Clients.aClient().of(service).withAlias(client.id().toString()));
            assertThat(found(client.id().toString())).contains(client);
        }

        @Test
        void findsANumberThatIsOnlyAnAlias() {
            Client numbered = given().stored(Clients.aClient()
                    .of(service)
                    .withAlias(Unique.clientId().toString()));
            assertThat(found(numbered.settings().alias().value())).contains(numbered);
        }

        @Test
        void findsNothingElse() {
            assertThat(found(Unique.clientId().toString())).isEmpty();
            assertThat(found("")).isEmpty();
            assertThat(found("another")).isEmpty();
            assertThat(snapshots.client(given().service().id(), ClientIdentifier.of(client.id())))
                    .isEmpty();
        }
    }

    @Nested
    class AreCurrent {
        private SettingsVersions basis() {
            return SettingsVersions.of(service, client);
        }

        @BeforeEach
        void everythingWasAskedForBefore() {
            snapshots.service(service.id());
            found("alias");
            found(client.id().toString());
        }

        @Test
        void whatIsStored() {
            assertThat(snapshots.areCurrent(basis())).isTrue();
        }

        @Test
        void nothingOnceTheServiceHasChanged() {
            stores().services().replace(service.update(service.settings(), Times.NOW));
            assertThat(snapshots.areCurrent(basis())).isFalse();
        }

        @Test
        void nothingOnceTheClientHasChanged() {
            stores().clients().replace(client.withLock(true, Times.NOW));
            assertThat(snapshots.areCurrent(basis())).isFalse();
        }

        @Test
        void nothingOnceEitherIsRemoved() {
            stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(snapshots.areCurrent(basis())).isFalse();
            stores().services().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(snapshots.areCurrent(basis())).isFalse();
        }
    }

    @Nested
    class Forget {
        @Test
        void makesWayForWhatIsStoredNow() {
            snapshots.service(service.id());
            found("alias");
            Service nextService = service.update(service.settings(), Times.NOW).state();
            stores().services().replace(Changed.to(nextService));
            Client nextClient = client.withLock(true, Times.NOW).state();
            stores().clients().replace(Changed.to(nextClient));
            snapshots.forget(service.id());
            assertThat(snapshots.service(service.id())).contains(nextService);
            assertThat(found("alias")).contains(nextClient);
            assertThat(found(client.id().toString())).contains(nextClient);
        }

        @Test
        void forgetsWhatWasRemoved() {
            found("alias");
            stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED);
            snapshots.forget(service.id());
            assertThat(found("alias")).isEmpty();
        }

        @Test
        void mayBeAskedOfWhatIsNotKept() {
            snapshots.forget(Unique.serviceId());
            assertThat(snapshots.service(service.id())).contains(service);
        }
    }
}
