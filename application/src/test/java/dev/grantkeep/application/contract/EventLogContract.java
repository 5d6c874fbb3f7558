package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenStatus;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What any {@link EventLog} does, beside the stores that write what happened. They have events switched on. */
public abstract class EventLogContract extends StoreContract {
    private static final Instant LATER = Times.NOW.plusMillis(1);
    private static final int ALL = 1_000;

    private Service service;
    private Client client;
    private GrantHead head;

    @BeforeEach
    void aGrant() {
        service = given().service();
        client = given().client(service);
        head = given().grant(client);
        acknowledgeAll();
    }

    private EventLog log() {
        return stores().events();
    }

    private List<Happened> pending() {
        return log().pending(service.id(), ALL).stream()
                .map(EventLog.Pending::happened)
                .toList();
    }

    private List<Event.Kind> kinds() {
        return pending().stream().map(happened -> happened.event().kind()).toList();
    }

    private void acknowledgeAll() {
        log().acknowledge(service.id(), log().pending(service.id(), ALL));
    }

    private Happened to(TokenRecord token, Event event) {
        return new Happened(event, service.id(), client.id(), token.subject(), token.id());
    }

    private Happened to(TokenRecord token, Event.Kind kind) {
        return to(token, new Event(kind, token.lastUsedAt()));
    }

    private TokenRecord aToken() {
        return Tokens.aToken().of(client, head).build();
    }

    private SettingsVersions basis() {
        return SettingsVersions.of(service, client);
    }

    @Nested
    final class OfASavedState {
        @Test
        void ofAService() {
            stores().services().replace(service.update(ServiceSettings.EMPTY, LATER));
            assertThat(pending())
                    .containsExactly(
                            new Happened(new Event(Event.Kind.SERVICE_CHANGED, LATER), service.id(), null, null, null));

            Service another = given().stored(Services.aService());
            assertThat(log().pending(another.id(), ALL))
                    .extracting(EventLog.Pending::happened)
                    .containsExactly(new Happened(
                            new Event(Event.Kind.SERVICE_CREATED, another.createdAt()),
                            another.id(),
                            null,
                            null,
                            null));
        }

        @Test
        void ofAClient() {
            Client another = given().client(service);
            Change<Client> secret = client.withSecret(new Secret("new"), LATER);
            stores().clients().replace(secret);
            stores().clients().replace(secret.state().cutOff(Unique.generation(), LATER));

            assertThat(pending())
                    .contains(new Happened(
                            new Event(Event.Kind.CLIENT_CREATED, another.createdAt()),
                            service.id(),
                            another.id(),
                            null,
                            null));
            assertThat(ofClient())
                    .containsExactly(
                            new Event(Event.Kind.CLIENT_SECRET_CHANGED, LATER),
                            new Event(Event.Kind.CLIENT_CUT_OFF, LATER));
        }

        private List<Event> ofClient() {
            return pending().stream()
                    .filter(happened -> client.id().equals(happened.client()))
                    .map(Happened::event)
                    .toList();
        }

        @Test
        void ofAGrant() {
            Change<GrantHead> rewritten = head.rewriteScopes(ScopeSet.of("read"), LATER);
            stores().grants().replace(rewritten);
            stores().grants().replace(rewritten.state().revoke(Unique.generation(), LATER));

            assertThat(pending())
                    .containsExactly(toGrant(Event.Kind.GRANT_REWRITTEN), toGrant(Event.Kind.GRANT_REVOKED));
        }

        private Happened toGrant(Event.Kind kind) {
            return new Happened(
                    new Event(kind, LATER),
                    service.id(),
                    client.id(),
                    head.key().subject(),
                    null);
        }

        @Test
        void ofATokenInTheOrderOfItsStates() {
            TokenRecord token = given().stored(aToken());
            List<Happened> expected = new ArrayList<>(List.of(to(token, Event.Kind.TOKEN_ISSUED)));
            TokenRecord state = token;
            for (int i = 0; i < 5; i++) {
                state = Tokens.after(state).withAccess(Unique.hash()).build();
                assertThat(stores().tokens().replace(Changed.to(state))).isEqualTo(Saved.SAVED);
                expected.add(to(state, Event.Kind.TOKEN_CHANGED));
            }
            stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
            expected.add(to(token, Changed.TOKEN_REVOKED));

            assertThat(pending()).isEqualTo(expected);
        }

        @Test
        void ofATokenWithoutASubject() {
            TokenRecord token = given().stored(Tokens.aToken().of(client).withoutSubject());
            assertThat(pending()).containsExactly(to(token, Event.Kind.TOKEN_ISSUED));
        }

        @Test
        void aQuietChangeLeavesNone() {
            stores().grants().replace(head.touch(LATER));
            stores().tokens().add(Change.quiet(aToken()), basis());
            assertThat(pending()).isEmpty();
        }

        @Test
        void aNoteOfUseLeavesNoneAndKeepsWhatIsPending() {
            TokenRecord token = given().stored(aToken());
            stores().tokens().noteUse(token.usedAt(LATER));
            assertThat(pending()).containsExactly(to(token, Event.Kind.TOKEN_ISSUED));
        }

        @Test
        void whatIsStoredBesideAnEventIsWhatWasSaved() {
            TokenRecord token = given().stored(aToken());
            TokenRecord next = Tokens.after(token).withoutRefresh().build();
            stores().tokens().replace(Changed.to(next));

            assertThat(stores().tokens()
                            .find(service.id(), new TokenLocator.ById(token.id()))
                            .found()
                            .token())
                    .isEqualTo(next);
        }
    }

    @Nested
    final class OfAWriteThatWasNotDone {
        @Test
        void thatOfAStaleStateLeavesNone() {
            TokenRecord token = given().stored(aToken());
            acknowledgeAll();
            Version wrong = new Version(9);

            assertThat(stores().tokens()
                            .replace(Changed.to(
                                    Tokens.after(token).withVersion(9).build())))
                    .isEqualTo(Saved.STALE);
            assertThat(stores().grants().replace(head.touch(LATER).state().revoke(Unique.generation(), LATER)))
                    .isEqualTo(Saved.STALE);
            assertThat(stores().tokens()
                            .add(
                                    Changed.to(aToken()),
                                    new SettingsVersions(service.id(), wrong, client.id(), client.version())))
                    .isEqualTo(Saved.STALE);
            Change<Client> changed = client.withLock(true, LATER);
            assertThat(stores().clients().replace(changed.state().withLock(false, LATER)))
                    .isEqualTo(Saved.STALE);
            Change<Service> updated = service.update(ServiceSettings.EMPTY, LATER);
            assertThat(stores().services().replace(updated.state().update(ServiceSettings.EMPTY, LATER)))
                    .isEqualTo(Saved.STALE);

            assertThat(pending()).isEmpty();
        }

        @Test
        void thatOfATakenValueLeavesNone() {
            TokenRecord present = given().stored(aToken());
            TokenRecord other = given().stored(aToken());
            acknowledgeAll();
            TokenRecord same =
                    Tokens.like(aToken()).withAccess(present.access().hash()).build();

            assertThat(stores().tokens().add(Changed.to(same), basis())).isEqualTo(Saved.TAKEN);
            assertThat(stores().tokens()
                            .replace(Changed.to(Tokens.after(other)
                                    .withAccess(present.access().hash())
                                    .build())))
                    .isEqualTo(Saved.TAKEN);
            assertThat(stores().clients().add(client.created())).isEqualTo(Saved.TAKEN);
            assertThat(stores().services().add(service.created())).isEqualTo(Saved.TAKEN);
            assertThat(stores().grants().add(Changed.to(head))).isEqualTo(Saved.TAKEN);

            assertThat(pending()).isEmpty();
        }

        @Test
        void aRemovalOfWhatIsNotThereLeavesNone() {
            stores().tokens().remove(service.id(), Unique.tokenId(), Changed.TOKEN_REVOKED);
            stores().clients()
                    .remove(service.id(), Clients.aClient().of(service).build().id(), Changed.CLIENT_REMOVED);
            assertThat(pending()).isEmpty();
        }

        @Test
        void ofTwoAtTheSameMomentOneLeavesOne() {
            TokenRecord token = given().stored(aToken());
            acknowledgeAll();
            Together.run(
                    4,
                    () -> stores().tokens()
                            .replace(Changed.to(Tokens.after(token)
                                    .withAccess(Unique.hash())
                                    .build())));
            assertThat(kinds()).containsExactly(Event.Kind.TOKEN_CHANGED);

            Together.run(4, () -> stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED));
            assertThat(kinds()).containsExactly(Event.Kind.TOKEN_CHANGED, Event.Kind.TOKEN_REVOKED);
        }
    }

    @Nested
    final class OfManyAtTheSameTime {
        private static final int MANY = 32;

        /** Every fourth is stale or has a value that is taken. */
        @Test
        void eachKeepsItsOwnAndThoseThatFailLeaveNone() {
            TokenRecord present = given().stored(aToken());
            List<TokenRecord> before = IntStream.range(0, MANY)
                    .mapToObj(i -> given().stored(aToken()))
                    .toList();
            acknowledgeAll();

            List<Callable<List<Happened>>> works = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Tokens next = Tokens.after(before.get(i));
                TokenRecord changed = (i % 4 == 1 ? next.withVersion(9) : next).build();
                TokenRecord added = i % 4 == 2
                        ? Tokens.like(aToken())
                                .withAccess(present.access().hash())
                                .build()
                        : aToken();
                works.add(
                        () -> left(stores().tokens().replace(Changed.to(changed)), changed, Event.Kind.TOKEN_CHANGED));
                works.add(
                        () -> left(stores().tokens().add(Changed.to(added), basis()), added, Event.Kind.TOKEN_ISSUED));
            }
            List<Happened> expected =
                    Together.run(works).stream().flatMap(List::stream).toList();

            assertThat(expected).hasSize(2 * MANY - MANY / 2);
            assertThat(pending()).containsExactlyInAnyOrderElementsOf(expected);
        }

        private List<Happened> left(Saved saved, TokenRecord token, Event.Kind kind) {
            return saved == Saved.SAVED ? List.of(to(token, kind)) : List.of();
        }
    }

    @Nested
    final class Acknowledgement {
        @Test
        void whatIsNotAcknowledgedIsShownAgainTheSame() {
            given().stored(aToken());
            given().stored(aToken());
            assertThat(log().pending(service.id(), ALL))
                    .isEqualTo(log().pending(service.id(), ALL))
                    .hasSize(2);
        }

        @Test
        void onlyTheseGo() {
            TokenRecord token = given().stored(aToken());
            stores().tokens().replace(Changed.to(Tokens.after(token).build()));
            List<EventLog.Pending> first = log().pending(service.id(), 1);
            assertThat(first).hasSize(1);

            log().acknowledge(service.id(), first);
            assertThat(kinds()).containsExactly(Event.Kind.TOKEN_CHANGED);
            log().acknowledge(service.id(), first);
            log().acknowledge(service.id(), List.of());
            assertThat(kinds()).containsExactly(Event.Kind.TOKEN_CHANGED);
            acknowledgeAll();
            assertThat(pending()).isEmpty();
        }

        @Test
        void whatHappensAfterItIsPending() {
            TokenRecord token = given().stored(aToken());
            acknowledgeAll();
            TokenRecord next = Tokens.after(token).build();
            stores().tokens().replace(Changed.to(next));
            assertThat(pending()).containsExactly(to(next, Event.Kind.TOKEN_CHANGED));
        }

        @Test
        void eachServiceHasItsOwn() {
            TokenRecord token = given().stored(aToken());
            Service another = given().service();
            log().acknowledge(another.id(), log().pending(service.id(), ALL));
            assertThat(pending()).containsExactly(to(token, Event.Kind.TOKEN_ISSUED));
        }
    }

    @Nested
    final class OfSomethingRemoved {
        @Test
        void aRemovedTokenLeavesItsEventsAndNothingElse() {
            TokenRecord token = given().stored(aToken());
            assertThat(stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED))
                    .isTrue();

            assertThat(kinds()).containsExactly(Event.Kind.TOKEN_ISSUED, Event.Kind.TOKEN_REVOKED);
            assertNothingLeftOf(token);
            acknowledgeAll();
            assertThat(pending()).isEmpty();
            assertNothingLeftOf(token);
        }

        private void assertNothingLeftOf(TokenRecord token) {
            for (TokenLocator locator : List.of(
                    new TokenLocator.ById(token.id()),
                    new TokenLocator.ByAccess(token.access().hash()),
                    new TokenLocator.ByRefresh(token.refresh().hash()))) {
                assertThat(stores().tokens().find(service.id(), locator).found())
                        .isNull();
                assertThat(stores().tokens().find(service.id(), locator).service())
                        .isEqualTo(service.version());
                assertThat(stores().tokens().existsElsewhere(given().service().id(), locator))
                        .isFalse();
            }
            assertThat(stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED))
                    .isFalse();
            assertThat(stores().tokens().replace(Changed.to(Tokens.after(token).build())))
                    .isEqualTo(Saved.STALE);
            assertThat(stores().queries().count(service.id(), client.id())).isZero();
            assertThat(stores().grants().countTokens(head.key())).isZero();
            Selection all = new Selection(service.id(), null, null, TokenStatus.ALL, Times.NOW);
            assertThat(stores().queries().list(all, new Window(0, 10)).total()).isZero();
        }

        @Test
        void itsValuesAreFree() {
            TokenRecord token = given().stored(aToken());
            TokenRecord other = given().stored(aToken());
            stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
            stores().tokens().remove(service.id(), other.id(), Changed.TOKEN_REVOKED);

            given().stored(Tokens.like(aToken())
                    .withAccess(token.access().hash())
                    .withRefresh(token.refresh().hash())
                    .build());
            assertThat(kinds()).hasSize(5);
        }

        @Test
        void aRemovedClientLeavesItsEvents() {
            stores().clients().replace(client.withLock(true, LATER));
            stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED);

            assertThat(pending())
                    .containsExactly(
                            new Happened(
                                    new Event(Event.Kind.CLIENT_LOCKED, LATER), service.id(), client.id(), null, null),
                            new Happened(Changed.CLIENT_REMOVED, service.id(), client.id(), null, null));
            acknowledgeAll();
            assertThat(pending()).isEmpty();
            assertThat(stores().clients().add(client.created())).isEqualTo(Saved.TAKEN);
        }

        /** The sweeper looks at all there is. */
        private void startAnew() {
            stores().clear();
            aGrant();
        }

        @Test
        void theSweeperLeavesWhatIsPendingOfAService() {
            startAnew();
            TokenRecord token = given().stored(aToken());
            stores().grants().replace(head.revoke(Unique.generation(), LATER));
            new Sweeper(stores().reclaimer(), 100).sweepEverything(token.createdAt());
            assertThat(kinds()).containsExactlyInAnyOrder(Event.Kind.TOKEN_ISSUED, Event.Kind.GRANT_REVOKED);
        }

        @Test
        void whatHappenedInARemovedServiceIsReclaimedButThatItIsRemoved() {
            startAnew();
            TokenRecord removed = given().stored(aToken());
            given().stored(aToken());
            stores().tokens().remove(service.id(), removed.id(), Changed.TOKEN_REVOKED);
            stores().services().remove(service.id(), Changed.SERVICE_REMOVED);
            new Sweeper(stores().reclaimer(), 2).sweepEverything(LATER);
            assertThat(pending())
                    .containsExactly(new Happened(Changed.SERVICE_REMOVED, service.id(), null, null, null));
            acknowledgeAll();
            assertThat(pending()).isEmpty();
        }
    }
}
