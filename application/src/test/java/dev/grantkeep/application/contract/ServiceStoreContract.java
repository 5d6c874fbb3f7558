package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.RandomDomain;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link ServiceStore} must do. */
public abstract class ServiceStoreContract extends StoreContract {
    private ServiceStore store() {
        return stores().services();
    }

    @Nested
    class Find {
        @Test
        void findsNothingWhereNothingIs() {
            assertThat(store().find(Unique.serviceId())).isEmpty();
        }

        @Test
        void findsAServiceWithEveryFieldSet() {
            Service service = new RandomDomain(1).fullService();
            store().add(Changed.to(service));
            assertThat(store().find(service.id())).contains(service);
        }

        @Test
        void findsAServiceWithNoOptionalField() {
            Service service = new Service(
                    Unique.serviceId(),
                    0,
                    Unique.secret(),
                    Unique.secret(),
                    ServiceSettings.EMPTY,
                    Times.NOW,
                    Times.NOW,
                    Version.FIRST);
            store().add(Changed.to(service));
            assertThat(store().find(service.id())).contains(service);
        }

        @Test
        void everyServiceSurvivesARoundTrip() {
            RoundTrips.of(RandomDomain::service, service -> {
                assertThat(store().add(Changed.to(service))).isEqualTo(Saved.SAVED);
                assertThat(store().find(service.id())).contains(service);
            });
        }

        @Test
        void instantsKeepTheirMilliseconds() {
            Service service =
                    given().stored(Services.aService().withCreatedAt(Instant.parse("2026-03-29T01:30:00.999Z")));
            assertThat(store().find(service.id()).orElseThrow().createdAt())
                    .isEqualTo(Instant.parse("2026-03-29T01:30:00.999Z"));
        }
    }

    @Nested
    class OwnerOf {
        @Test
        void isTheServiceThatHasTheSecret() {
            given().service();
            Service service = given().service();
            assertThat(store().ownerOf(service.secret())).contains(service.id());
        }

        @Test
        void isNobodyForAnotherSecret() {
            Service service = given().service();
            assertThat(store().ownerOf(Unique.secret())).isEmpty();
            assertThat(store().ownerOf(service.derivationKey())).isEmpty();
            assertThat(store().ownerOf(new Secret("é\u0000'"))).isEmpty();
        }

        @Test
        void isNobodyOnceTheServiceIsRemoved() {
            Service service = given().service();
            store().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(store().ownerOf(service.secret())).isEmpty();
        }
    }

    @Nested
    class Add {
        @Test
        void refusesAnIdThatIsInUse() {
            Service service = given().service();
            Service another =
                    Services.aService().withId(service.id()).withName("Another").build();
            assertThat(store().add(Changed.to(another))).isEqualTo(Saved.TAKEN);
            assertThat(store().find(service.id())).contains(service);
        }

        @Test
        void refusesTheIdOfARemovedService() {
            Service service = given().service();
            store().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(store().add(Changed.to(service))).isEqualTo(Saved.TAKEN);
            assertThat(store().find(service.id())).isEmpty();
        }

        @Test
        void ofSeveralThreadsOneAdds() {
            Service service = Services.aService().build();
            assertThat(Together.run(4, () -> store().add(Changed.to(service))))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.TAKEN);
        }
    }

    @Nested
    class Replace {
        @Test
        void storesTheNextState() {
            Service service = given().service();
            Service next = service.update(new RandomDomain(2).fullServiceSettings(), Times.inSeconds(1))
                    .state();
            assertThat(store().replace(Changed.to(next))).isEqualTo(Saved.SAVED);
            assertThat(store().find(service.id())).contains(next);
        }

        @Test
        void everyServiceSurvivesAnUpdate() {
            Service[] stored = {given().service()};
            RoundTrips.of(RandomDomain::serviceSettings, settings -> {
                stored[0] = stored[0].update(settings, Times.inSeconds(1)).state();
                assertThat(store().replace(Changed.to(stored[0]))).isEqualTo(Saved.SAVED);
                assertThat(store().find(stored[0].id())).contains(stored[0]);
            });
        }

        @Test
        void refusesAStaleState() {
            Service service = given().service();
            Service next = service.update(Services.aService().withName("First").settings(), Times.NOW)
                    .state();
            store().replace(Changed.to(next));
            Service late = service.update(Services.aService().withName("Late").settings(), Times.NOW)
                    .state();
            assertThat(store().replace(Changed.to(late))).isEqualTo(Saved.STALE);
            assertThat(store().find(service.id())).contains(next);
        }

        @Test
        void refusesAStateThatSkipsAVersion() {
            Service service = given().service();
            Service next = service.update(service.settings(), Times.NOW).state();
            assertThat(store().replace(next.update(service.settings(), Times.NOW)))
                    .isEqualTo(Saved.STALE);
        }

        @Test
        void refusesWhatIsNotThereOrWasRemoved() {
            assertThat(store().replace(Changed.to(
                            Services.aService().withVersion(2).build())))
                    .isEqualTo(Saved.STALE);
            Service service = given().service();
            store().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(store().replace(service.update(service.settings(), Times.NOW)))
                    .isEqualTo(Saved.STALE);
            assertThat(store().find(service.id())).isEmpty();
        }

        @Test
        void ofSeveralThreadsOneReplaces() {
            Service service = given().service();
            assertThat(Together.run(4, () -> store().replace(service.update(service.settings(), Times.NOW))))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.STALE);
        }
    }

    @Nested
    class Remove {
        @Test
        void saysWhetherThereWasOne() {
            Service service = given().service();
            assertThat(store().remove(service.id(), Changed.SERVICE_REMOVED)).isTrue();
            assertThat(store().remove(service.id(), Changed.SERVICE_REMOVED)).isFalse();
            assertThat(store().remove(Unique.serviceId(), Changed.SERVICE_REMOVED))
                    .isFalse();
        }

        @Test
        void nothingOfTheServiceIsFoundAnyMore() {
            Service service = given().service();
            Client client = given().stored(Clients.aClient().of(service).withAlias("alias"));
            store().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(store().find(service.id())).isEmpty();
            assertThat(stores().clients().find(service.id(), client.id())).isEmpty();
            assertThat(stores().clients().findByAlias(service.id(), new ClientAlias("alias")))
                    .isEmpty();
            assertThat(stores().clients()
                            .list(service.id(), null, new Window(0, 5))
                            .total())
                    .isZero();
            assertThat(stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED))
                    .isFalse();
        }

        @Test
        void itsTokensAreDeadAtOnce() {
            Service service = given().service();
            Client client = given().client(service);
            GrantHead head = given().grant(client);
            TokenRecord token = given().token(client, head);
            store().remove(service.id(), Changed.SERVICE_REMOVED);
            var seen = stores().tokens().find(service.id(), new TokenLocator.ById(token.id()));
            assertThat(seen.service()).isNull();
            assertThat(seen.found())
                    .satisfiesAnyOf(
                            found -> assertThat(found).isNull(),
                            found -> assertThat(found).matches(context -> !context.stands()));
        }
    }

    @Nested
    class ListAll {
        @Test
        void isEmptyWhereNothingIs() {
            stores().clear();
            assertThat(store().list(new Window(0, 5))).isEqualTo(new Page<Service>(List.of(), 0));
        }

        @Test
        void isInOrderOfCreationAndPaged() {
            stores().clear();
            List<Service> services = new ArrayList<>();
            for (int i : new int[] {3, 0, 4, 1, 2}) {
                services.add(given().stored(Services.aService().withCreatedAt(Times.inSeconds(i))));
            }
            services.sort(Comparator.comparing(Service::createdAt));
            assertThat(store().list(new Window(0, 5))).isEqualTo(new Page<>(services, 5));
            assertThat(store().list(new Window(1, 3))).isEqualTo(new Page<>(services.subList(1, 3), 5));
            assertThat(store().list(new Window(4, 9))).isEqualTo(new Page<>(services.subList(4, 5), 5));
            assertThat(store().list(new Window(5, 9))).isEqualTo(new Page<Service>(List.of(), 5));
            assertThat(store().list(new Window(2, 2))).isEqualTo(new Page<Service>(List.of(), 5));
        }

        @Test
        void leavesOutRemovedServices() {
            stores().clear();
            Service kept = given().service();
            store().remove(given().service().id(), Changed.SERVICE_REMOVED);
            assertThat(store().list(new Window(0, 5))).isEqualTo(new Page<>(List.of(kept), 1));
        }
    }
}
