package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link GrantStore} must do. */
public abstract class GrantStoreContract extends StoreContract {
    private GrantStore store() {
        return stores().grants();
    }

    @Nested
    class Find {
        @Test
        void findsNothingWhereNothingIs() {
            Client client = given().client();
            assertThat(store().find(new GrantKey(client.service(), client.id(), Unique.subject())))
                    .isEmpty();
        }

        @Test
        void everyHeadSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(
                    random -> random.head(new GrantKey(client.service(), client.id(), Unique.subject())), head -> {
                        given().stored(head);
                        assertFoundAs(head);
                    });
        }

        @Test
        void everySubjectSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(random -> random.subject(), subject -> {
                GrantKey key = new GrantKey(client.service(), client.id(), subject);
                if (store().find(key).isEmpty()) {
                    assertFoundAs(given().stored(Grants.aGrant().withKey(key)));
                }
            });
        }

        @Test
        void subjectsAreComparedCharacterForCharacter() {
            Client client = given().client();
            GrantHead lower = given().stored(Grants.aGrant().of(client, new Subject("user")));
            GrantHead upper = given().stored(Grants.aGrant().of(client, new Subject("USER")));
            GrantHead blank = given().stored(Grants.aGrant().of(client, new Subject("user ")));
            assertFoundAs(lower);
            assertFoundAs(upper);
            assertFoundAs(blank);
        }

        @Test
        void tenantsDoNotSeeEachOthersHeads() {
            GrantHead head = given().grant(given().client());
            Client elsewhere = given().client();
            assertThat(store().find(new GrantKey(
                            elsewhere.service(), head.key().client(), head.key().subject())))
                    .isEmpty();
        }

        @Test
        void emptyGrantedScopesAreNotTheSameAsNone() {
            Client client = given().client();
            GrantHead empty = given().stored(Grants.aGrant()
                    .of(client)
                    .withGranted(new GrantedScopes(ScopeSet.EMPTY, ScopeSet.EMPTY, Times.NOW)));
            assertFoundAs(empty);
            assertThat(store().find(empty.key()).orElseThrow().granted()).isNotNull();
        }
    }

    @Nested
    class Add {
        @Test
        void refusesASecondHeadOfThePair() {
            GrantHead head = given().grant(given().client());
            GrantHead second = Grants.aGrant().withKey(head.key()).build();
            assertThat(store().add(Changed.to(second))).isEqualTo(Saved.TAKEN);
            assertFoundAs(head);
        }

        @Test
        void ofSeveralThreadsOneAdds() {
            Client client = given().client();
            GrantKey key = new GrantKey(client.service(), client.id(), Unique.subject());
            assertThat(Together.run(
                            4,
                            () -> store().add(Changed.to(
                                    Grants.aGrant().withKey(key).build()))))
                    .containsOnlyOnce(Saved.SAVED)
                    .containsOnly(Saved.SAVED, Saved.TAKEN);
        }
    }

    @Nested
    class Replace {
        @Test
        void storesEveryKindOfNextState() {
            GrantHead head = given().grant(given().client());
            List<GrantHead> states = new ArrayList<>();
            states.add(head.authorize(ScopeSet.of("write", "read"), Times.inSeconds(1))
                    .state());
            states.add(states.get(0)
                    .rewriteScopes(ScopeSet.of("read"), Times.inSeconds(2))
                    .state());
            states.add(states.get(1)
                    .revoke(new Generation(Long.MIN_VALUE), Times.inSeconds(3))
                    .state());
            states.add(states.get(2).forgetGrantedScopes(Times.inSeconds(4)).state());
            states.add(states.get(3).touch(Times.inSeconds(5)).state());
            states.add(states.get(4)
                    .supersede(new Generation(1), Times.inSeconds(6))
                    .state());
            states.add(states.get(5)
                    .supersede(new Generation(Long.MAX_VALUE), Times.inSeconds(7))
                    .state());
            states.add(states.get(6)
                    .rewriteScopes(ScopeSet.of("read"), Times.inSeconds(8))
                    .state());
            states.add(
                    states.get(7).revoke(new Generation(2), Times.inSeconds(9)).state());
            for (GrantHead state : states) {
                assertThat(store().replace(Changed.to(state))).isEqualTo(Saved.SAVED);
                assertFoundAs(state);
            }
        }

        @Test
        void refusesAStaleState() {
            GrantHead head = given().grant(given().client());
            GrantHead next = head.revoke(Unique.generation(), Times.NOW).state();
            store().replace(Changed.to(next));
            assertThat(store().replace(head.rewriteScopes(ScopeSet.of("late"), Times.NOW)))
                    .isEqualTo(Saved.STALE);
            assertThat(store().replace(next.touch(Times.NOW).state().touch(Times.NOW)))
                    .isEqualTo(Saved.STALE);
            assertFoundAs(next);
        }

        @Test
        void refusesWhatIsNotThere() {
            Client client = given().client();
            GrantHead absent = Grants.aGrant().of(client).withVersion(2).build();
            assertThat(store().replace(Changed.to(absent))).isEqualTo(Saved.STALE);
            assertThat(store().find(absent.key())).isEmpty();
        }

        @Test
        void ofSeveralThreadsOneReplaces() {
            GrantHead head = given().grant(given().client());
            for (int round = 0; round < 10; round++) {
                GrantHead now = store().find(head.key()).orElseThrow();
                assertThat(Together.run(4, () -> store().replace(now.revoke(Unique.generation(), Times.NOW))))
                        .containsOnlyOnce(Saved.SAVED)
                        .containsOnly(Saved.SAVED, Saved.STALE);
            }
        }
    }

    @Nested
    class OfSubject {
        @Test
        void listsTheHeadsByClientId() {
            Service service = given().service();
            Subject subject = Unique.subject();
            List<GrantHead> heads = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                heads.add(given().stored(Grants.aGrant().of(given().client(service), subject)));
            }
            given().grant(given().client(service));
            given().stored(Grants.aGrant().of(given().client(), subject));
            heads.sort(Comparator.comparing(head -> head.key().client()));

            assertThat(store().ofSubject(service.id(), subject, null, 10)).isEqualTo(heads);
            assertThat(store().ofSubject(service.id(), subject, null, 2)).isEqualTo(heads.subList(0, 2));
            assertThat(store().ofSubject(
                                    service.id(), subject, heads.get(1).key().client(), 2))
                    .isEqualTo(heads.subList(2, 4));
            assertThat(store().ofSubject(
                                    service.id(), subject, heads.get(4).key().client(), 2))
                    .isEmpty();
        }

        @Test
        void isEmptyForAnUnknownSubject() {
            assertThat(store().ofSubject(given().service().id(), Unique.subject(), null, 10))
                    .isEmpty();
        }
    }

    @Nested
    class CountTokens {
        @Test
        void isZeroWithoutAHead() {
            Client client = given().client();
            assertThat(store().countTokens(new GrantKey(client.service(), client.id(), Unique.subject())))
                    .isZero();
        }

        @Test
        void countsThePairsRecordsExpiredOnesIncluded() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().token(client, head);
            given().stored(Tokens.aToken().of(client, head).withAccessExpiresAt(Times.inSeconds(-1)));
            given().stored(Tokens.aToken()
                    .of(client, head)
                    .withAccessExpiresAt(Times.inSeconds(-9))
                    .withoutRefresh());
            given().token(client, given().grant(client));
            given().tokenWithoutSubject(client);
            Client another =
                    given().client(stores().services().find(client.service()).orElseThrow());
            given().token(
                            another,
                            given().stored(Grants.aGrant()
                                    .of(another, head.key().subject())));
            assertThat(store().countTokens(head.key())).isEqualTo(3);
        }

        @Test
        void leavesOutOldGenerationsOfTheHead() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().token(client, head);
            GrantHead revoked = head.revoke(Unique.generation(), Times.NOW).state();
            store().replace(Changed.to(revoked));
            assertThat(store().countTokens(head.key())).isZero();
            given().token(client, revoked);
            assertThat(store().countTokens(head.key())).isEqualTo(1);
        }

        @Test
        void leavesOutOldGenerationsOfTheClient() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().token(client, head);
            Client cutOff = client.cutOff(Unique.generation(), Times.NOW).state();
            stores().clients().replace(Changed.to(cutOff));
            assertThat(store().countTokens(head.key())).isZero();
            given().token(cutOff, head);
            assertThat(store().countTokens(head.key())).isEqualTo(1);
        }

        @Test
        void isZeroWhenTheClientIsRemoved() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().token(client, head);
            stores().clients().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(store().countTokens(head.key())).isZero();
        }

        @Test
        void followsTheRecords() {
            Client client =
                    given().stored(Clients.aClient().of(given().service()).thatIsLocked());
            GrantHead head = given().grant(client);
            TokenRecord token = given().token(client, head);
            stores().tokens()
                    .replace(Changed.to(
                            Tokens.after(token).withAccess(Unique.hash()).build()));
            assertThat(store().countTokens(head.key())).isEqualTo(1);
            stores().tokens().remove(client.service(), token.id(), Changed.TOKEN_REVOKED);
            assertThat(store().countTokens(head.key())).isZero();
        }
    }

    private void assertFoundAs(GrantHead head) {
        assertThat(store().find(head.key())).contains(head);
        // Equality of scopes does not see their order; the text does.
        assertThat(store().find(head.key()).orElseThrow()).hasToString(head.toString());
    }
}
