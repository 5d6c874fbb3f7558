package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every list of {@link AuthorizedClients} must do. */
public abstract class AuthorizedClientsContract extends StoreContract {
    private static final Window ALL = new Window(0, 100);

    private final Subject subject = Unique.subject();

    private AuthorizedClients store() {
        return stores().authorizedClients();
    }

    private Page<Client> listed(Service service) {
        return store().list(service.id(), subject, null, Times.NOW, ALL);
    }

    private Client authorized(Clients clients) {
        Client client = given().stored(clients);
        given().token(client, given().stored(Grants.aGrant().of(client, subject)));
        return client;
    }

    @Nested
    class ListOfASubject {
        @Test
        void isEmptyWhereNothingIs() {
            assertThat(listed(given().service())).isEqualTo(new Page<Client>(List.of(), 0));
        }

        @Test
        void isInOrderOfCreationAndPaged() {
            Service service = given().service();
            List<Client> clients = new ArrayList<>();
            for (int i : new int[] {3, 0, 4, 1, 2}) {
                clients.add(authorized(Clients.aClient().of(service).withCreatedAt(Times.inSeconds(i))));
            }
            given().client(service);
            clients.sort(Comparator.comparing(Client::createdAt));
            assertThat(listed(service)).isEqualTo(new Page<>(clients, 5));
            assertThat(store().list(service.id(), subject, null, Times.NOW, new Window(1, 4)))
                    .isEqualTo(new Page<>(clients.subList(1, 4), 5));
            assertThat(store().list(service.id(), subject, null, Times.NOW, new Window(4, 9)))
                    .isEqualTo(new Page<>(clients.subList(4, 5), 5));
            assertThat(store().list(service.id(), subject, null, Times.NOW, new Window(7, 9)))
                    .isEqualTo(new Page<Client>(List.of(), 5));
            assertThat(store().list(service.id(), subject, null, Times.NOW, new Window(0, 0)))
                    .isEqualTo(new Page<Client>(List.of(), 5));
        }

        @Test
        void namesAClientOnceHoweverManyTokensItHas() {
            Service service = given().service();
            Client client = given().client(service);
            GrantHead head = given().stored(Grants.aGrant().of(client, subject));
            given().token(client, head);
            given().token(client, head);
            given().stored(Tokens.aToken().of(client, head).withAccessExpiresAt(Times.inSeconds(-1)));
            assertThat(listed(service)).isEqualTo(new Page<>(List.of(client), 1));
        }

        @Test
        void keepsClientsWhoseTokensAreAllExpiredAndClientsThatAreLocked() {
            Service service = given().service();
            Client client = given().stored(Clients.aClient().of(service).thatIsLocked());
            given().stored(Tokens.aToken()
                    .of(client, given().stored(Grants.aGrant().of(client, subject)))
                    .withAccessExpiresAt(Times.inSeconds(-1))
                    .withoutRefresh());
            assertThat(listed(service)).isEqualTo(new Page<>(List.of(client), 1));
        }

        @Test
        void leavesOutOtherSubjectsAndOtherServices() {
            Service service = given().service();
            Client client = given().client(service);
            given().token(client, given().grant(client));
            authorized(Clients.aClient().of(given().service()));
            assertThat(listed(service).total()).isZero();
        }

        @Test
        void leavesOutClientsWithoutATokenOfTheCurrentGeneration() {
            Service service = given().service();
            Client neverIssued = given().client(service);
            given().stored(Grants.aGrant().of(neverIssued, subject).withGranted("read"));
            Client revoked = given().client(service);
            GrantHead head = given().stored(Grants.aGrant().of(revoked, subject));
            given().token(revoked, head);
            stores().grants().replace(head.revoke(Unique.generation(), Times.NOW));
            Client cutOff = authorized(Clients.aClient().of(service));
            stores().clients().replace(cutOff.cutOff(Unique.generation(), Times.NOW));
            Client removed = authorized(Clients.aClient().of(service));
            stores().clients().remove(service.id(), removed.id(), Changed.CLIENT_REMOVED);
            assertThat(listed(service)).isEqualTo(new Page<Client>(List.of(), 0));
        }

        @Test
        void doesNotFlickerWhenATokenIsRefreshed() {
            Service service = given().service();
            Client client = given().client(service);
            TokenRecord token =
                    given().token(client, given().stored(Grants.aGrant().of(client, subject)));
            stores().tokens()
                    .replace(Changed.to(
                            Tokens.after(token).withAccess(Unique.hash()).build()));
            assertThat(listed(service).items()).containsExactly(client);
            stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
            assertThat(listed(service).items()).isEmpty();
        }

        @Test
        void showsOneDevelopersClients() {
            Service service = given().service();
            Client client = authorized(Clients.aClient().of(service).withDeveloper("dev"));
            authorized(Clients.aClient().of(service).withDeveloper("another"));
            authorized(Clients.aClient().of(service));
            assertThat(store().list(service.id(), subject, "dev", Times.NOW, ALL))
                    .isEqualTo(new Page<>(List.of(client), 1));
            assertThat(listed(service).total()).isEqualTo(3);
        }

        @Test
        void showsTheClientsAsTheyAreNow() {
            Service service = given().service();
            Client client = authorized(Clients.aClient().of(service).withAlias("alias"));
            Client now = client.update(Clients.aClient().withName("Renamed").settings(), Times.NOW)
                    .state();
            stores().clients().replace(Changed.to(now));
            assertThat(listed(service)).isEqualTo(new Page<>(List.of(now), 1));
        }
    }

    /** Whatever happens to tokens, a client is listed as long as one is left that counts. */
    @Nested
    class WhatIsLeft {
        private final Service service = given().service();
        private final Client client = given().client(service);
        private final GrantHead head = given().stored(Grants.aGrant().of(client, subject));

        @Test
        void isSeenWhenTheTokenThatLivesLongestIsRemoved() {
            TokenRecord token = given().token(client, head);
            TokenRecord longest =
                    given().stored(Tokens.aToken().of(client, head).withRefreshExpiresAt(Times.inSeconds(8_000_000)));
            stores().tokens().remove(service.id(), longest.id(), Changed.TOKEN_REVOKED);
            assertThat(listed(service).items()).containsExactly(client);
            stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
            assertThat(listed(service).items()).isEmpty();
        }

        @Test
        void isSeenWhenATokenIsReclaimedThatWasToLiveLonger() {
            Client other = given().client(service);
            GrantHead remembering =
                    given().stored(Grants.aGrant().of(other, subject).withGranted("read"));
            TokenRecord token = given().stored(
                            Tokens.aToken().of(other, remembering).withRefreshExpiresAt(Times.inSeconds(8_000_000)));
            assertThat(listed(service).items()).containsExactly(other);
            Instant end = Times.inSeconds(1);
            stores().tokens()
                    .replace(Changed.to(Tokens.after(token)
                            .withAccessExpiresAt(end)
                            .withRefreshExpiresAt(end)
                            .build()));
            new Sweeper(stores().reclaimer(), 100).sweep(Work.EXPIRED_TOKENS, end);
            assertThat(listed(service).items()).isEmpty();
        }

        @Test
        void doesNotCountWhatGotAnotherGeneration() {
            TokenRecord token = given().token(client, head);
            GrantStanding other = new GrantStanding(Unique.generation(), 0);
            stores().tokens()
                    .replace(Changed.to(Tokens.after(token)
                            .withStanding(new Standing(client.generation(), other))
                            .build()));
            assertThat(listed(service).items()).isEmpty();
        }

        @Test
        void isSeenWhenTheHeadMovesToAStoredTokensGeneration() {
            given().token(client, head);
            Generation next = Unique.generation();
            given().stored(Tokens.aToken()
                    .of(client, head)
                    .withStanding(new Standing(client.generation(), new GrantStanding(next, 0))));
            stores().grants().replace(head.revoke(next, Times.NOW));
            assertThat(listed(service).items()).containsExactly(client);
        }

        @Test
        void isSeenOfAClientThatWasCutOffAndIsAuthorizedAgain() {
            given().token(client, head);
            Client again = client.cutOff(Unique.generation(), Times.NOW).state();
            stores().clients().replace(Changed.to(again));
            TokenRecord token = given().token(again, head);
            assertThat(listed(service).items()).containsExactly(again);
            stores().tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
            assertThat(listed(service).items()).isEmpty();
        }

        @Test
        void isWhatTheCountSaysAfterAnyHistory() {
            for (int round = 0; round < 30; round++) {
                Random random = new Random(round);
                Subject someone = Unique.subject();
                List<History> histories = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    histories.add(new History(service, someone, random));
                }
                for (int step = 0; step < 12; step++) {
                    histories.get(random.nextInt(histories.size())).step();
                    assertListedIsCounted(someone, histories, "round " + round + ", step " + step);
                }
            }
        }

        @Test
        void isWhatTheCountSaysAfterHistoriesAtTheSameTime() {
            for (int round = 0; round < 20; round++) {
                Subject someone = Unique.subject();
                History history = new History(service, someone, new Random(round));
                Together.<Object>run(4, () -> {
                    for (int step = 0; step < 6; step++) {
                        history.step();
                    }
                    return "done";
                });
                assertListedIsCounted(someone, List.of(history), "round " + round);
            }
        }

        private void assertListedIsCounted(Subject someone, List<History> histories, String when) {
            assertThat(store().list(service.id(), someone, null, Times.NOW, ALL).items())
                    .as(when)
                    .extracting(Client::id)
                    .containsExactlyInAnyOrderElementsOf(histories.stream()
                            .filter(history -> stores().grants().countTokens(history.head.key()) > 0)
                            .map(history -> history.client.id())
                            .toList());
        }
    }

    /** What may happen to a client, a head and their tokens, at random. Any of it may come too late and be refused. */
    private final class History {
        private final Client client;
        private final GrantHead head;
        private final Random random;
        private final List<TokenRecord> tokens = new CopyOnWriteArrayList<>();

        History(Service service, Subject someone, Random random) {
            this.random = random;
            client = given().client(service);
            head = given().stored(Grants.aGrant().of(client, someone));
        }

        void step() {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> add();
                case 3, 4 -> anyToken(this::change);
                case 5, 6 -> anyToken(this::remove);
                case 7 -> revoke();
                default -> {
                    if (random.nextInt(4) == 0) {
                        cutOff();
                    }
                }
            }
        }

        private void anyToken(Consumer<TokenRecord> work) {
            List<TokenRecord> now = List.copyOf(tokens);
            if (!now.isEmpty()) {
                work.accept(now.get(random.nextInt(now.size())));
            }
        }

        private void add() {
            TokenRecord token = Tokens.aToken()
                    .of(currentClient(), currentHead())
                    .withRefreshExpiresAt(Times.inSeconds(3_600L * (1 + random.nextInt(500))))
                    .build();
            if (stores().tokens().add(Changed.to(token), given().basisOf(token)) == Saved.SAVED) {
                tokens.add(token);
            }
        }

        private void change(TokenRecord token) {
            TokenRecord next = Tokens.after(token)
                    .withAccess(Unique.hash())
                    .withRefreshExpiresAt(Times.inSeconds(3_600L * (1 + random.nextInt(500))))
                    .build();
            if (stores().tokens().replace(Changed.to(next)) == Saved.SAVED) {
                tokens.remove(token);
                tokens.add(next);
            }
        }

        private void remove(TokenRecord token) {
            stores().tokens().remove(token.service(), token.id(), Changed.TOKEN_REVOKED);
            tokens.remove(token);
        }

        private void revoke() {
            stores().grants().replace(currentHead().revoke(Unique.generation(), Times.NOW));
        }

        private void cutOff() {
            stores().clients().replace(currentClient().cutOff(Unique.generation(), Times.NOW));
        }

        private Client currentClient() {
            return stores().clients().find(client.service(), client.id()).orElseThrow();
        }

        private GrantHead currentHead() {
            return stores().grants().find(head.key()).orElseThrow();
        }
    }
}
