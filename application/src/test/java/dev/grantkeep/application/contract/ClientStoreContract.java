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
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link ClientStore} must do. */
public abstract class ClientStoreContract extends StoreContract {
    private static final ClientAlias ALIAS = new ClientAlias("the-alias");

    private ClientStore store() {
        return stores().clients();
    }

    @Nested
    class Find {
        @Test
        void findsNothingWhereNothingIs() {
            assertThat(store().find(given().service().id(), Unique.clientId())).isEmpty();
        }

        @Test
        void findsAClientWithEveryFieldSet() {
            Client client = given().stored(
                            new RandomDomain(1).fullClient(given().service().id()));
            assertThat(store().find(client.service(), client.id())).contains(client);
        }

        @Test
        void findsAClientWithNoOptionalField() {
            Client client = given().stored(new Client(
                    Unique.clientId(),
                    given().service().id(),
                    0,
                    Unique.secret(),
                    ClientSettings.EMPTY,
                    false,
                    new Generation(0),
                    Times.NOW,
                    Times.NOW,
                    Version.FIRST));
            assertThat(store().find(client.service(), client.id())).contains(client);
        }

        @Test
        void everyClientSurvivesARoundTrip() {
            ServiceId service = given().service().id();
            RoundTrips.of(random -> random.client(service), client -> {
                given().stored(client);
                assertThat(store().find(service, client.id())).contains(client);
                store().remove(service, client.id(), Changed.CLIENT_REMOVED);
            });
        }

        @Test
        void noRequestableScopesAreNotTheSameAsNoRestriction() {
            Service service = given().service();
            Client none = given().stored(Clients.aClient().of(service).withRequestableScopes(ScopeSet.EMPTY));
            Client any = given().stored(Clients.aClient().of(service).withRequestableScopes(null));
            assertThat(store().find(service.id(), none.id())
                            .orElseThrow()
                            .settings()
                            .requestableScopes())
                    .isEqualTo(ScopeSet.EMPTY);
            assertThat(store().find(service.id(), any.id())
                            .orElseThrow()
                            .settings()
                            .requestableScopes())
                    .isNull();
        }

        @Test
        void doesNotFindAnotherServicesClient() {
            Client client = given().client();
            assertThat(store().find(given().service().id(), client.id())).isEmpty();
        }

        @Test
        void generationsAreKeptToTheLastBit() {
            for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1}) {
                Client client =
                        given().stored(Clients.aClient().of(given().service()).withGeneration(new Generation(value)));
                assertThat(store().find(client.service(), client.id())).contains(client);
            }
        }
    }

    @Nested
    class FindByAlias {
        @Test
        void findsTheClientThatHasIt() {
            Client client =
                    given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            assertThat(store().findByAlias(client.service(), ALIAS)).contains(client);
        }

        @Test
        void findsItWhetherOrNotAliasesAreEnabled() {
            Service service = given().stored(Services.aService().withClientIdAliasEnabled(false));
            Client client = given().stored(Clients.aClient()
                    .of(service)
                    .withAlias(ALIAS.value())
                    .withAliasEnabled(false));
            assertThat(store().findByAlias(service.id(), ALIAS)).contains(client);
        }

        @Test
        void findsNothingForAnAliasThatNobodyHas() {
            Client client = given().client();
            assertThat(store().findByAlias(client.service(), ALIAS)).isEmpty();
        }

        @Test
        void twoServicesMayUseOneAlias() {
            Client one = given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            Client other =
                    given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            assertThat(store().findByAlias(one.service(), ALIAS)).contains(one);
            assertThat(store().findByAlias(other.service(), ALIAS)).contains(other);
        }

        @Test
        void aliasesAreComparedCharacterForCharacter() {
            Client client =
                    given().stored(Clients.aClient().of(given().service()).withAlias("Alias"));
            assertThat(store().findByAlias(client.service(), new ClientAlias("alias")))
                    .isEmpty();
            assertThat(store().findByAlias(client.service(), new ClientAlias("Alias ")))
                    .isEmpty();
        }
    }

    @Nested
    class ServiceOf {
        @Test
        void tellsTheServiceOfAClient() {
            Client client = given().client();
            assertThat(store().serviceOf(client.id())).contains(client.service());
        }

        @Test
        void tellsNothingOfAClientThatIsNotThereOrWasRemoved() {
            assertThat(store().serviceOf(Unique.clientId())).isEmpty();
            Client client = given().client();
            store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(store().serviceOf(client.id())).isEmpty();
        }
    }

    @Nested
    class Add {
        @Test
        void refusesAnIdThatIsInUseInAnyService() {
            Client client = given().client();
            Client another =
                    Clients.aClient().withId(client.id()).of(given().service()).build();
            assertThat(store().add(Changed.to(another))).isEqualTo(Saved.TAKEN);
            assertThat(store().find(client.service(), client.id())).contains(client);
            assertThat(store().find(another.service(), client.id())).isEmpty();
        }

        @Test
        void refusesAnAliasThatIsInUse() {
            Client client =
                    given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            Client another = Clients.aClient()
                    .of(client.service())
                    .withAlias(ALIAS.value())
                    .build();
            assertThat(store().add(Changed.to(another))).isEqualTo(Saved.TAKEN);
            assertThat(store().find(client.service(), another.id())).isEmpty();
        }

        @Test
        void refusesASeatThatIsInUse() {
            Client client = given().stored(Clients.aClient()
                    .of(given().service())
                    .withDeveloper("d")
                    .withSeat(1));
            Clients another = Clients.aClient().of(client.service()).withDeveloper("d");
            assertThat(store().add(Changed.to(another.withSeat(1).build()))).isEqualTo(Saved.TAKEN);
            assertThat(store().add(Changed.to(another.withSeat(2).build()))).isEqualTo(Saved.SAVED);
        }

        @Test
        void clientsOfAnotherServiceOrDeveloperOrWithoutASeatDoNotMeet() {
            Client client = given().stored(Clients.aClient()
                    .of(given().service())
                    .withDeveloper("d")
                    .withSeat(1));
            given().stored(Clients.aClient()
                    .of(client.service())
                    .withDeveloper("e")
                    .withSeat(1));
            given().stored(Clients.aClient()
                    .of(given().service())
                    .withDeveloper("d")
                    .withSeat(1));
            given().stored(Clients.aClient().of(client.service()).withDeveloper("d"));
            given().stored(Clients.aClient().of(client.service()).withDeveloper("d"));
        }

        @Test
        void aRemovedClientsSeatIsFree() {
            Client client = given().stored(Clients.aClient()
                    .of(given().service())
                    .withDeveloper("d")
                    .withSeat(1));
            store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            given().stored(Clients.aClient()
                    .of(client.service())
                    .withDeveloper("d")
                    .withSeat(1));
        }

        @Test
        void whoGoesToAnotherDeveloperGivesItsSeatUp() {
            Client client = given().stored(Clients.aClient()
                    .of(given().service())
                    .withDeveloper("d")
                    .withSeat(1));
            Client gone = client.update(Clients.aClient().withDeveloper("e").settings(), Times.NOW)
                    .state();
            assertThat(store().replace(Changed.to(gone))).isEqualTo(Saved.SAVED);
            assertThat(store().find(client.service(), client.id())).contains(gone);
            assertThat(gone.seat()).isNull();
            given().stored(Clients.aClient()
                    .of(client.service())
                    .withDeveloper("d")
                    .withSeat(1));
        }

        @Test
        void ofSeveralThreadsOneGetsTheSeat() {
            ServiceId service = given().service().id();
            assertThat(Together.run(
                            4,
                            () -> store().add(Changed.to(Clients.aClient()
                                    .of(service)
                                    .withDeveloper("d")
                                    .withSeat(0)
                                    .build()))))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.TAKEN);
        }

        @Test
        void ofSeveralThreadsOneGetsTheAlias() {
            ServiceId service = given().service().id();
            assertThat(Together.run(
                            4,
                            () -> store().add(Changed.to(Clients.aClient()
                                    .of(service)
                                    .withAlias(ALIAS.value())
                                    .build()))))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.TAKEN);
        }
    }

    @Nested
    class Replace {
        @Test
        void storesTheNextState() {
            Client client = given().client();
            Client next = client.update(new RandomDomain(2).fullClientSettings(), Times.inSeconds(1))
                    .state();
            assertThat(store().replace(Changed.to(next))).isEqualTo(Saved.SAVED);
            assertThat(store().find(client.service(), client.id())).contains(next);
        }

        @Test
        void storesANewSecretTheLockAndANewGeneration() {
            Client client = given().client();
            Client secret =
                    client.withSecret(Unique.secret(), Times.inSeconds(1)).state();
            assertThat(store().replace(Changed.to(secret))).isEqualTo(Saved.SAVED);
            Client locked = secret.withLock(true, Times.inSeconds(2)).state();
            assertThat(store().replace(Changed.to(locked))).isEqualTo(Saved.SAVED);
            Client last = locked.cutOff(Unique.generation(), Times.inSeconds(3)).state();
            assertThat(store().replace(Changed.to(last))).isEqualTo(Saved.SAVED);
            assertThat(store().find(client.service(), client.id())).contains(last);
        }

        @Test
        void everyClientSurvivesAnUpdate() {
            Client[] stored = {given().client()};
            RoundTrips.of(RandomDomain::clientSettings, settings -> {
                stored[0] = stored[0].update(settings, Times.inSeconds(1)).state();
                assertThat(store().replace(Changed.to(stored[0]))).isEqualTo(Saved.SAVED);
                assertThat(store().find(stored[0].service(), stored[0].id())).contains(stored[0]);
            });
        }

        @Test
        void refusesAStaleState() {
            Client client = given().client();
            Client next = client.withLock(true, Times.NOW).state();
            store().replace(Changed.to(next));
            assertThat(store().replace(client.withSecret(Unique.secret(), Times.NOW)))
                    .isEqualTo(Saved.STALE);
            assertThat(store().replace(next.withLock(false, Times.NOW).state().withLock(false, Times.NOW)))
                    .isEqualTo(Saved.STALE);
            assertThat(store().find(client.service(), client.id())).contains(next);
        }

        @Test
        void refusesWhatIsNotThereOrWasRemovedOrIsOfAnotherService() {
            Client client = given().client();
            Client elsewhere = Clients.aClient()
                    .withId(client.id())
                    .of(given().service())
                    .withVersion(2)
                    .build();
            assertThat(store().replace(Changed.to(elsewhere))).isEqualTo(Saved.STALE);
            assertThat(store().replace(Changed.to(Clients.aClient()
                            .of(client.service())
                            .withVersion(2)
                            .build())))
                    .isEqualTo(Saved.STALE);
            store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(store().replace(client.withLock(true, Times.NOW))).isEqualTo(Saved.STALE);
            assertThat(store().find(client.service(), client.id())).isEmpty();
        }

        @Test
        void refusesAnAliasThatAnotherHas() {
            Client holder =
                    given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            Client client = given().stored(Clients.aClient().of(holder.service()));
            Client wishing = client.update(
                            Clients.aClient().withAlias(ALIAS.value()).settings(), Times.NOW)
                    .state();
            assertThat(store().replace(Changed.to(wishing))).isEqualTo(Saved.TAKEN);
            assertThat(store().find(client.service(), client.id())).contains(client);
        }

        @Test
        void keepsItsOwnAliasAndMayGiveItUp() {
            Client client =
                    given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            Client same = client.update(
                            Clients.aClient().withAlias(ALIAS.value()).settings(), Times.NOW)
                    .state();
            assertThat(store().replace(Changed.to(same))).isEqualTo(Saved.SAVED);
            Client without =
                    same.update(Clients.aClient().settings(), Times.NOW).state();
            assertThat(store().replace(Changed.to(without))).isEqualTo(Saved.SAVED);
            assertThat(store().findByAlias(client.service(), ALIAS)).isEmpty();
            given().stored(Clients.aClient().of(client.service()).withAlias(ALIAS.value()));
        }

        @Test
        void ofSeveralThreadsOneReplaces() {
            Client client = given().client();
            assertThat(Together.run(4, () -> store().replace(client.withSecret(Unique.secret(), Times.NOW))))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.STALE);
        }
    }

    @Nested
    class Remove {
        @Test
        void saysWhetherThereWasOne() {
            Client client = given().client();
            assertThat(store().remove(given().service().id(), client.id(), Changed.CLIENT_REMOVED))
                    .isFalse();
            assertThat(store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED))
                    .isTrue();
            assertThat(store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED))
                    .isFalse();
        }

        @Test
        void ofSeveralThreadsOneRemoves() {
            Client client = given().client();
            assertThat(Together.run(4, () -> store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED)))
                    .containsOnlyOnce(true);
        }

        @Test
        void theClientIsNeverFoundAgainAndItsAliasIsFree() {
            Client client =
                    given().stored(Clients.aClient().of(given().service()).withAlias(ALIAS.value()));
            store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(store().find(client.service(), client.id())).isEmpty();
            assertThat(store().findByAlias(client.service(), ALIAS)).isEmpty();
            assertThat(store().list(client.service(), null, new Window(0, 5)).total())
                    .isZero();
            Client heir = given().stored(Clients.aClient().of(client.service()).withAlias(ALIAS.value()));
            assertThat(store().findByAlias(client.service(), ALIAS)).contains(heir);
        }

        @Test
        void itsTokensAreDeadAtOnce() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            store().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            TokenInContext seen = stores().tokens()
                    .find(client.service(), new TokenLocator.ById(token.id()))
                    .found();
            assertThat(seen).isNotNull().extracting(TokenInContext::client).isNull();
        }
    }

    @Nested
    class ListOfAService {
        @Test
        void isEmptyWhereNothingIs() {
            assertThat(store().list(given().service().id(), null, new Window(0, 5)))
                    .isEqualTo(new Page<Client>(List.of(), 0));
        }

        @Test
        void isInOrderOfCreationAndPaged() {
            Service service = given().service();
            given().client();
            List<Client> clients = new ArrayList<>();
            for (int i : new int[] {3, 0, 4, 1, 2}) {
                clients.add(given().stored(Clients.aClient().of(service).withCreatedAt(Times.inSeconds(i))));
            }
            clients.sort(Comparator.comparing(Client::createdAt));
            assertThat(store().list(service.id(), null, new Window(0, 5))).isEqualTo(new Page<>(clients, 5));
            assertThat(store().list(service.id(), null, new Window(1, 3)))
                    .isEqualTo(new Page<>(clients.subList(1, 3), 5));
            assertThat(store().list(service.id(), null, new Window(4, 9)))
                    .isEqualTo(new Page<>(clients.subList(4, 5), 5));
            assertThat(store().list(service.id(), null, new Window(5, 9))).isEqualTo(new Page<Client>(List.of(), 5));
            assertThat(store().list(service.id(), null, new Window(1, 1))).isEqualTo(new Page<Client>(List.of(), 5));
        }

        @Test
        void showsOneDevelopersClients() {
            Service service = given().service();
            Client client = given().stored(Clients.aClient().of(service).withDeveloper("dev é"));
            given().stored(Clients.aClient().of(service).withDeveloper("another"));
            given().stored(Clients.aClient().of(service).withDeveloper(null));
            assertThat(store().list(service.id(), "dev é", new Window(0, 5))).isEqualTo(new Page<>(List.of(client), 1));
            assertThat(store().list(service.id(), "nobody", new Window(0, 5)).total())
                    .isZero();
            assertThat(store().list(service.id(), null, new Window(0, 0)).total())
                    .isEqualTo(3);
        }
    }
}
