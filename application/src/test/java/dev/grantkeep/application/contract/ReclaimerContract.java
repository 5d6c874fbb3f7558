package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.DeadRecords.Count;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Reclaimer} must do. The tests start with an empty database. */
public abstract class ReclaimerContract extends StoreContract {
    private static final Instant NOW = Times.NOW;
    private static final int LIMIT = 10;

    @BeforeEach
    void startEmpty() {
        stores().clear();
    }

    private int batch(Work work, Instant now) {
        return stores().reclaimer().reclaim(work, now, LIMIT);
    }

    private int sweep(Work work, Instant now) {
        return new Sweeper(stores().reclaimer(), LIMIT).sweep(work, now);
    }

    private void sweepEverything(Instant now) {
        new Sweeper(stores().reclaimer(), LIMIT).sweepEverything(now);
    }

    private @Nullable TokenInContext find(TokenRecord token) {
        return stores().tokens()
                .find(token.service(), new TokenLocator.ById(token.id()))
                .found();
    }

    private boolean isStored(TokenRecord token) {
        return find(token) != null;
    }

    private boolean isStored(AuthorizationCode code) {
        return stores().steps()
                .find(StepKinds.CODE.key(code.service(), code.hash()))
                .isPresent();
    }

    private boolean isStored(Ticket ticket) {
        return stores().steps()
                .find(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                .isPresent();
    }

    private boolean isStored(GrantHead head) {
        return stores().grants().find(head.key()).isPresent();
    }

    /** Expires at this instant, its refresh token as well. */
    private static Tokens expiring(Tokens token, Instant at) {
        return token.withAccessExpiresAt(at).withRefreshExpiresAt(at);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsNothingToDoWhereNothingIs(Work work) {
        assertThat(batch(work, NOW)).isZero();
    }

    @Nested
    class ExpiredTokens {
        @Test
        void recordsGoFromTheirPurgeInstantOn() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord gone = given().stored(expiring(Tokens.aToken().of(client, head), NOW));
            TokenRecord kept = given().stored(expiring(Tokens.aToken().of(client, head), NOW.plus(Times.TICK)));
            sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(isStored(gone)).isFalse();
            assertThat(isStored(kept)).isTrue();
        }

        @Test
        void theOldestThatIsLeftTellsSinceWhenItIsDead() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().stored(expiring(Tokens.aToken().of(client, head), NOW.plus(Times.TICK)));
            assertThat(stores().deadRecords().oldest(NOW)).isEmpty();
            given().stored(expiring(Tokens.aToken().of(client, head), NOW));
            given().stored(expiring(Tokens.aToken().of(client, head), NOW.minusSeconds(5)));
            assertThat(stores().deadRecords().oldest(NOW)).hasValue(NOW.minusSeconds(5));
            sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(stores().deadRecords().oldest(NOW)).isEmpty();
        }

        @Test
        void aRecordThatEndedBeforeThoseThatAreGoneAlreadyGoesToo() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            sweep(Work.EXPIRED_TOKENS, NOW);
            given().stored(expiring(Tokens.aToken().of(client, head), NOW));
            assertThat(stores().reclaimer().reclaim(Work.EXPIRED_TOKENS, NOW, 1))
                    .isEqualTo(1);
            TokenRecord late = given().stored(expiring(Tokens.aToken().of(client, head), NOW.minusSeconds(5)));
            assertThat(stores().reclaimer().reclaim(Work.EXPIRED_TOKENS, NOW, 1))
                    .isEqualTo(1);
            assertThat(isStored(late)).isFalse();
        }

        @Test
        void aRecordThatCanBeRefreshedStays() {
            Client client = given().client();
            TokenRecord token = given().stored(Tokens.aToken()
                    .of(client, given().grant(client))
                    .withAccessExpiresAt(NOW.minusSeconds(9))
                    .withRefreshExpiresAt(NOW.plus(Times.TICK)));
            sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(isStored(token)).isTrue();
            sweep(Work.EXPIRED_TOKENS, NOW.plus(Times.TICK));
            assertThat(isStored(token)).isFalse();
        }

        @Test
        void aRecordGoesWhenItIsUnusedForNinetyDays() {
            Client client = given().client();
            Instant lastUse = NOW.minus(TokenRecord.UNUSED_LIFE);
            TokenRecord gone = given().stored(persistent(client).withLastUsedAt(lastUse));
            TokenRecord kept = given().stored(persistent(client).withLastUsedAt(lastUse.plus(Times.TICK)));
            TokenRecord used = given().stored(persistent(client).withLastUsedAt(lastUse));
            stores().tokens().noteUse(used.usedAt(lastUse.plus(Times.TICK)));
            sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(isStored(gone)).isFalse();
            assertThat(isStored(kept)).isTrue();
            assertThat(isStored(used)).isTrue();
        }

        @Test
        void aChangedExpiryCounts() {
            Client client = given().client();
            TokenRecord token = given().stored(persistent(client));
            stores().tokens()
                    .replace(Changed.to(
                            Tokens.after(token).withAccessExpiresAt(NOW).build()));
            sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(isStored(token)).isFalse();
        }

        @Test
        void goInSmallBatchesTheOldestFirst() {
            Client client = given().client();
            List<TokenRecord> oldestFirst = new ArrayList<>();
            for (int i : IntStream.range(0, 30).toArray()) {
                int shuffled = i * 7 % 30;
                oldestFirst.add(given().stored(expiring(
                        Tokens.aToken().of(client).withoutSubject(), NOW.minusSeconds(100 - shuffled))));
            }
            oldestFirst.sort(Comparator.comparing(TokenRecord::purgeAt));
            assertThat(batch(Work.EXPIRED_TOKENS, NOW)).isPositive();
            List<Boolean> stored =
                    oldestFirst.stream().map(ReclaimerContract.this::isStored).toList();
            assertThat(stored).contains(true, false);
            assertThat(stored.lastIndexOf(false)).isLessThan(stored.indexOf(true));
            sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(oldestFirst).noneMatch(ReclaimerContract.this::isStored);
        }

        @Test
        void theirHeadsAreLookedAt() {
            Client client = given().client();
            GrantHead head = given().stored(Grants.aGrant().of(client).withCreatedAt(NOW.minus(Duration.ofDays(9))));
            given().stored(expiring(Tokens.aToken().of(client, head), NOW));
            sweepEverything(NOW.minus(Times.TICK));
            assertThat(isStored(head)).isTrue();
            sweepEverything(NOW);
            assertThat(isStored(head)).isFalse();
        }

        private Tokens persistent(Client client) {
            return Tokens.aToken().of(client).withoutSubject().withAccessExpiresAt(TokenRecord.NEVER);
        }
    }

    @Nested
    class ExpiredSteps {
        @Test
        void ticketsAndCodesGoFromTheirExpiryOn() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            Ticket goneTicket = given().stored(Tickets.aTicket().of(client).withExpiresAt(NOW));
            Ticket keptTicket = given().stored(Tickets.aTicket().of(client).withExpiresAt(NOW.plus(Times.TICK)));
            AuthorizationCode goneCode =
                    given().stored(Codes.aCode().of(client, head).withExpiresAt(NOW));
            AuthorizationCode redeemed = given().stored(
                            Codes.aCode().of(client, head).withExpiresAt(NOW).redeemedAs(Unique.tokenId()));
            AuthorizationCode keptCode =
                    given().stored(Codes.aCode().of(client, head).withExpiresAt(NOW.plus(Times.TICK)));
            sweep(Work.EXPIRED_STEPS, NOW);
            assertThat(isStored(goneTicket)).isFalse();
            assertThat(isStored(goneCode)).isFalse();
            assertThat(isStored(redeemed)).isFalse();
            assertThat(isStored(keptTicket)).isTrue();
            assertThat(isStored(keptCode)).isTrue();
        }

        @Test
        void ticketsGoInSmallBatchesTheOldestFirst() {
            Client client = given().client();
            List<Ticket> oldestFirst = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                oldestFirst.add(given().stored(Tickets.aTicket().of(client).withExpiresAt(NOW.minusSeconds(30 - i))));
            }
            batch(Work.EXPIRED_STEPS, NOW);
            List<Boolean> stored =
                    oldestFirst.stream().map(ReclaimerContract.this::isStored).toList();
            assertThat(stored).contains(true, false);
            assertThat(stored.lastIndexOf(false)).isLessThan(stored.indexOf(true));
            sweep(Work.EXPIRED_STEPS, NOW);
            assertThat(oldestFirst).noneMatch(ReclaimerContract.this::isStored);
        }

        @Test
        void codesGoInSmallBatchesTheOldestFirst() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            List<AuthorizationCode> oldestFirst = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                oldestFirst.add(given().stored(Codes.aCode().of(client, head).withExpiresAt(NOW.minusSeconds(30 - i))));
            }
            batch(Work.EXPIRED_STEPS, NOW);
            List<Boolean> stored =
                    oldestFirst.stream().map(ReclaimerContract.this::isStored).toList();
            assertThat(stored).contains(true, false);
            assertThat(stored.lastIndexOf(false)).isLessThan(stored.indexOf(true));
            sweep(Work.EXPIRED_STEPS, NOW);
            assertThat(oldestFirst).noneMatch(ReclaimerContract.this::isStored);
        }
    }

    @Nested
    class RevokedTokens {
        @Test
        void recordsAndCodesOfAnOldGenerationGo() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord oldToken = given().token(client, head);
            AuthorizationCode oldCode = given().stored(Codes.aCode().of(client, head));
            GrantHead revoked = head.revoke(Unique.generation(), NOW).state();
            stores().grants().replace(Changed.to(revoked));
            TokenRecord token = given().token(client, revoked);
            AuthorizationCode code = given().stored(Codes.aCode().of(client, revoked));
            TokenRecord another = given().token(client, given().grant(client));
            TokenRecord ofNobody = given().tokenWithoutSubject(client);

            assertThat(sweep(Work.REVOKED_TOKENS, NOW)).isPositive();
            assertThat(isStored(oldToken)).isFalse();
            assertThat(isStored(oldCode)).isFalse();
            assertThat(List.of(token, another, ofNobody)).allMatch(ReclaimerContract.this::isStored);
            assertThat(isStored(code)).isTrue();
            assertThat(stores().grants().find(head.key())).contains(revoked);
            assertThat(batch(Work.REVOKED_TOKENS, NOW)).isZero();
        }

        @Test
        void tokensThatAreSupersededGoAndPendingCodesStayUntilTheyAreRevokedToo() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord first = given().token(client, head);
            AuthorizationCode code = given().stored(Codes.aCode().of(client, head));
            GrantHead superseded = head.supersede(Unique.generation(), NOW).state();
            stores().grants().replace(Changed.to(superseded));
            TokenRecord second = given().token(client, superseded);

            sweep(Work.REVOKED_TOKENS, NOW);
            assertThat(isStored(first)).isFalse();
            assertThat(isStored(second)).isTrue();
            assertThat(isStored(code)).isTrue();
            assertThat(batch(Work.REVOKED_TOKENS, NOW)).isZero();

            GrantHead again = superseded.supersede(Unique.generation(), NOW).state();
            stores().grants().replace(Changed.to(again));
            GrantHead revoked = again.revoke(Unique.generation(), NOW).state();
            stores().grants().replace(Changed.to(revoked));
            AuthorizationCode fresh = given().stored(Codes.aCode().of(client, revoked));
            sweep(Work.REVOKED_TOKENS, NOW);
            assertThat(isStored(second)).isFalse();
            assertThat(isStored(code)).isFalse();
            assertThat(isStored(fresh)).isTrue();
            assertThat(batch(Work.REVOKED_TOKENS, NOW)).isZero();
        }

        @Test
        void aTokenThatIsStoredAheadOfItsHeadStays() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            GrantHead revoked = head.revoke(Unique.generation(), NOW).state();
            stores().grants().replace(Changed.to(revoked));
            GrantHead next = revoked.supersede(Unique.generation(), NOW).state();
            TokenRecord single = given().token(client, next);

            sweep(Work.REVOKED_TOKENS, NOW);
            stores().grants().replace(Changed.to(next));
            sweep(Work.REVOKED_TOKENS, NOW);

            assertThat(isStored(single)).isTrue();
        }

        @Test
        void goInSmallBatches() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tokens.add(given().token(client, head));
            }
            stores().grants().replace(head.revoke(Unique.generation(), NOW));
            assertThat(batch(Work.REVOKED_TOKENS, NOW)).isPositive();
            assertThat(tokens).anyMatch(ReclaimerContract.this::isStored);
            sweep(Work.REVOKED_TOKENS, NOW);
            assertThat(tokens).noneMatch(ReclaimerContract.this::isStored);
        }

        @Test
        void manyHeadsTakeSeveralBatches() {
            Client client = given().client();
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                GrantHead head = given().grant(client);
                tokens.add(given().token(client, head));
                stores().grants().replace(head.revoke(Unique.generation(), NOW));
            }
            sweep(Work.REVOKED_TOKENS, NOW);
            assertThat(tokens).noneMatch(ReclaimerContract.this::isStored);
        }

        @Test
        void aSecondRevocationIsNoticedAgain() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            for (int round = 0; round < 3; round++) {
                TokenRecord token = given().token(client, head);
                head = head.revoke(Unique.generation(), NOW).state();
                assertThat(stores().grants().replace(Changed.to(head))).isEqualTo(Saved.SAVED);
                sweep(Work.REVOKED_TOKENS, NOW);
                assertThat(isStored(token)).isFalse();
            }
        }

        @Test
        void otherWritesDoNotHideARevocation() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            TokenRecord token = given().token(client, head);
            GrantHead revoked = head.revoke(Unique.generation(), NOW).state();
            stores().grants().replace(Changed.to(revoked));
            stores().grants().replace(revoked.touch(NOW));
            sweep(Work.REVOKED_TOKENS, NOW);
            assertThat(isStored(token)).isFalse();
        }
    }

    @Nested
    class EmptyGrants {
        private final Instant anHourAgo = NOW.minus(GrantHead.LINGER);

        private GrantHead old(Client client) {
            return given().stored(Grants.aGrant().of(client).withCreatedAt(anHourAgo));
        }

        @Test
        void anEmptyHeadLingersForAnHour() {
            Client client = given().client();
            GrantHead gone = old(client);
            GrantHead kept = given().stored(Grants.aGrant().of(client).withCreatedAt(anHourAgo.plus(Times.TICK)));
            sweep(Work.EMPTY_GRANTS, NOW);
            assertThat(isStored(gone)).isFalse();
            assertThat(isStored(kept)).isTrue();
            sweep(Work.EMPTY_GRANTS, NOW.plus(Times.TICK));
            assertThat(isStored(kept)).isFalse();
        }

        @Test
        void theHourCountsFromTheLastWrite() {
            GrantHead head = old(given().client());
            stores().grants().replace(head.touch(NOW));
            sweepEverything(NOW.plus(GrantHead.LINGER).minus(Times.TICK));
            assertThat(isStored(head)).isTrue();
            sweepEverything(NOW.plus(GrantHead.LINGER));
            assertThat(isStored(head)).isFalse();
        }

        @Test
        void aHeadWithARecordStaysUntilTheRecordIsRemoved() {
            Client client = given().client();
            GrantHead head = old(client);
            TokenRecord token = given().token(client, head);
            sweepEverything(NOW);
            assertThat(isStored(head)).isTrue();
            stores().tokens().remove(token.service(), token.id(), Changed.TOKEN_REVOKED);
            sweepEverything(NOW);
            assertThat(isStored(head)).isFalse();
        }

        @Test
        void aHeadWithAPendingCodeStaysUntilTheCodeIsRemoved() {
            Client client = given().client();
            GrantHead head = old(client);
            AuthorizationCode code = given().stored(Codes.aCode().of(client, head));
            sweepEverything(NOW);
            assertThat(isStored(head)).isTrue();
            stores().steps().take(StepKinds.CODE.key(code.service(), code.hash()));
            sweepEverything(NOW);
            assertThat(isStored(head)).isFalse();
        }

        @Test
        void aHeadWhosePendingCodeExpiresGoesAfterIt() {
            Client client = given().client();
            GrantHead head = old(client);
            AuthorizationCode code = given().stored(Codes.aCode().of(client, head));
            sweepEverything(NOW);
            assertThat(isStored(head)).isTrue();
            sweepEverything(code.expiresAt());
            assertThat(isStored(head)).isFalse();
        }

        @Test
        void aHeadThatRemembersGrantedScopesStaysUntilTheyAreForgotten() {
            GrantHead head = given().stored(Grants.aGrant()
                    .of(given().client())
                    .withCreatedAt(anHourAgo)
                    .withGranted("read"));
            sweepEverything(NOW);
            assertThat(isStored(head)).isTrue();
            stores().grants().replace(head.forgetGrantedScopes(NOW));
            sweepEverything(NOW.plus(GrantHead.LINGER));
            assertThat(isStored(head)).isFalse();
        }

        @Test
        void aRevokedHeadGoesWithWhatItHad() {
            Client client = given().client();
            GrantHead head = old(client);
            given().token(client, head);
            stores().grants().replace(head.revoke(Unique.generation(), NOW));
            sweepEverything(NOW);
            assertThat(isStored(head)).isTrue();
            sweepEverything(NOW.plus(GrantHead.LINGER));
            assertThat(isStored(head)).isFalse();
        }

        @Test
        void aHeadThatWentCanBeMadeAgain() {
            GrantHead head = old(given().client());
            sweep(Work.EMPTY_GRANTS, NOW);
            given().stored(Grants.aGrant().withKey(head.key()));
        }

        @Test
        void goInSmallBatches() {
            Client client = given().client();
            List<GrantHead> heads = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                heads.add(old(client));
            }
            assertThat(batch(Work.EMPTY_GRANTS, NOW)).isPositive();
            assertThat(heads).anyMatch(ReclaimerContract.this::isStored);
            sweep(Work.EMPTY_GRANTS, NOW);
            assertThat(heads).noneMatch(ReclaimerContract.this::isStored);
        }
    }

    @Nested
    class CutOffClients {
        @Test
        void whatARemovedClientLeftGoes() {
            Service service = given().service();
            Client client = given().stored(Clients.aClient().of(service).withAlias("alias"));
            GrantHead head = given().stored(Grants.aGrant().of(client).withGranted("read"));
            TokenRecord token = given().stored(Tokens.aToken().of(client, head));
            TokenRecord ofNobody = given().tokenWithoutSubject(client);
            Client other = given().client(service);
            TokenRecord another = given().token(other, given().grant(other));
            stores().clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(sweep(Work.CUT_OFF_CLIENTS, NOW)).isPositive();
            assertThat(isStored(token)).isFalse();
            assertThat(isStored(ofNobody)).isFalse();
            assertThat(isStored(head)).isFalse();
            assertThat(isStored(another)).isTrue();
            assertThat(batch(Work.CUT_OFF_CLIENTS, NOW)).isZero();
            assertThat(stores().clients().find(service.id(), client.id())).isEmpty();
            assertThat(stores().clients().serviceOf(client.id())).isEmpty();
        }

        @Test
        void tokensOfAnOldGenerationOfTheClientGo() {
            Client client = given().client();
            GrantHead head = given().stored(Grants.aGrant().of(client).withGranted("read"));
            TokenRecord old = given().token(client, head);
            TokenRecord oldOfNobody = given().tokenWithoutSubject(client);
            Client cutOff = client.cutOff(Unique.generation(), NOW).state();
            stores().clients().replace(Changed.to(cutOff));
            TokenRecord token = given().token(cutOff, head);
            TokenRecord ofNobody = given().tokenWithoutSubject(cutOff);
            assertThat(sweep(Work.CUT_OFF_CLIENTS, NOW)).isPositive();
            assertThat(isStored(old)).isFalse();
            assertThat(isStored(oldOfNobody)).isFalse();
            assertThat(isStored(token)).isTrue();
            assertThat(isStored(ofNobody)).isTrue();
            assertThat(isStored(head)).isTrue();
            assertThat(batch(Work.CUT_OFF_CLIENTS, NOW)).isZero();
        }

        @Test
        void aSecondCutIsNoticedAgainAndOtherWritesDoNotHideIt() {
            Client client = given().client();
            for (int round = 0; round < 3; round++) {
                TokenRecord token = given().tokenWithoutSubject(client);
                Client cutOff = client.cutOff(Unique.generation(), NOW).state();
                stores().clients().replace(Changed.to(cutOff));
                client = cutOff.withLock(round == 0, NOW).state();
                stores().clients().replace(Changed.to(client));
                sweep(Work.CUT_OFF_CLIENTS, NOW);
                assertThat(isStored(token)).isFalse();
            }
        }

        @Test
        void goInSmallBatches() {
            Client client = given().client();
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                tokens.add(given().tokenWithoutSubject(client));
            }
            stores().clients().remove(client.service(), client.id(), Changed.CLIENT_REMOVED);
            assertThat(batch(Work.CUT_OFF_CLIENTS, NOW)).isPositive();
            assertThat(tokens).anyMatch(ReclaimerContract.this::isStored);
            sweep(Work.CUT_OFF_CLIENTS, NOW);
            assertThat(tokens).noneMatch(ReclaimerContract.this::isStored);
        }

        @Test
        void anUntouchedClientKeepsEverything() {
            Client client = given().client();
            TokenRecord token = given().token(client, given().grant(client));
            stores().clients().replace(client.withLock(true, NOW));
            sweepEverything(NOW);
            assertThat(isStored(token)).isTrue();
        }
    }

    @Nested
    class RemovedServices {
        @Test
        void whatARemovedServiceLeftGoes() {
            Service service = given().service();
            Client client = given().client(service);
            GrantHead head = given().stored(Grants.aGrant().of(client).withGranted("read"));
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                tokens.add(given().token(client, head));
            }
            Client elsewhere = given().client();
            TokenRecord kept = given().token(elsewhere, given().grant(elsewhere));
            stores().services().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(sweep(Work.REMOVED_SERVICES, NOW)).isPositive();
            assertThat(tokens)
                    .noneMatch(token ->
                            stores().tokens().existsElsewhere(elsewhere.service(), new TokenLocator.ById(token.id())));
            assertThat(isStored(head)).isFalse();
            assertThat(isStored(kept)).isTrue();
            assertThat(batch(Work.REMOVED_SERVICES, NOW)).isZero();
        }

        @Test
        void theIdIsNeverUsedAgain() {
            Service service = given().service();
            given().client(service);
            stores().services().remove(service.id(), Changed.SERVICE_REMOVED);
            sweepEverything(NOW);
            assertThat(stores().services().add(Changed.to(service))).isEqualTo(Saved.TAKEN);
            assertThat(stores().services().find(service.id())).isEmpty();
        }
    }

    /** What would be reclaimed, told by {@link DeadRecords}. */
    @Nested
    class Counts {
        private static final int MOST = 3;

        private Count count(Work work) {
            return stores().deadRecords().count(work, NOW, MOST);
        }

        @ParameterizedTest
        @EnumSource
        void thereIsNoneWhereNothingIs(Work work) {
            assertThat(count(work)).isEqualTo(new Count(0, false, null));
        }

        @Test
        void expiredTokensAreCountedWithTheOldest() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().stored(expiring(Tokens.aToken().of(client, head), NOW));
            given().stored(expiring(Tokens.aToken().of(client, head), NOW.minusSeconds(5)));
            given().stored(expiring(Tokens.aToken().of(client, head), NOW.plus(Times.TICK)));
            assertThat(count(Work.EXPIRED_TOKENS)).isEqualTo(new Count(2, false, NOW.minusSeconds(5)));
        }

        @Test
        void expiredStepsOfAllKindsAreCountedWithTheOldest() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().stored(Tickets.aTicket().of(client).withExpiresAt(NOW.minusSeconds(5)));
            given().stored(Codes.aCode().of(client, head).withExpiresAt(NOW));
            given().stored(Codes.aCode().of(client, head).withExpiresAt(NOW.plus(Times.TICK)));
            assertThat(count(Work.EXPIRED_STEPS)).isEqualTo(new Count(2, false, NOW.minusSeconds(5)));
        }

        @Test
        void countEndsWhereItIsToldTo() {
            Client client = given().client();
            for (int i = 0; i < MOST; i++) {
                given().stored(Tickets.aTicket().of(client).withExpiresAt(NOW.minusSeconds(i)));
            }
            assertThat(count(Work.EXPIRED_STEPS)).isEqualTo(new Count(MOST, false, NOW.minusSeconds(MOST - 1)));
            given().stored(Tickets.aTicket().of(client).withExpiresAt(NOW.minusSeconds(9)));
            assertThat(count(Work.EXPIRED_STEPS)).isEqualTo(new Count(MOST, true, NOW.minusSeconds(9)));
        }

        @Test
        void revokedTokensAreCountedByTheirHeads() {
            Client client = given().client();
            GrantHead head = given().grant(client);
            given().token(client, head);
            given().token(client, head);
            stores().grants().replace(head.revoke(Unique.generation(), NOW));
            assertThat(count(Work.REVOKED_TOKENS).found()).isEqualTo(1);
            sweep(Work.REVOKED_TOKENS, NOW);
            assertThat(count(Work.REVOKED_TOKENS).found()).isZero();
        }

        @Test
        void headsThatMayBeEmptyAreCountedFromAnHourAfterTheirLastWrite() {
            Client client = given().client();
            Instant anHourAgo = NOW.minus(GrantHead.LINGER);
            given().stored(Grants.aGrant().of(client).withCreatedAt(anHourAgo.plus(Times.TICK)));
            assertThat(count(Work.EMPTY_GRANTS).found()).isZero();
            given().stored(Grants.aGrant().of(client).withCreatedAt(anHourAgo));
            assertThat(count(Work.EMPTY_GRANTS).found()).isEqualTo(1);
            sweep(Work.EMPTY_GRANTS, NOW);
            assertThat(count(Work.EMPTY_GRANTS).found()).isZero();
        }

        @Test
        void clientsAndServicesThatLeftSomethingAreCounted() {
            Service service = given().service();
            Client removed = given().client(service);
            given().tokenWithoutSubject(removed);
            stores().clients().remove(service.id(), removed.id(), Changed.CLIENT_REMOVED);
            assertThat(count(Work.CUT_OFF_CLIENTS).found()).isEqualTo(1);
            given().tokenWithoutSubject(given().client(service));
            stores().services().remove(service.id(), Changed.SERVICE_REMOVED);
            assertThat(count(Work.REMOVED_SERVICES).found()).isEqualTo(1);
            sweepEverything(NOW);
            assertThat(count(Work.CUT_OFF_CLIENTS).found()).isZero();
            assertThat(count(Work.REMOVED_SERVICES).found()).isZero();
        }
    }

    @Nested
    class Everything {
        @Test
        void nothingThatStandsIsEverReclaimed() {
            long seed = new SecureRandom().nextLong();
            Random random = new Random(seed);
            Service service = given().service();
            List<Client> clients = new ArrayList<>();
            Map<Client, List<GrantHead>> heads = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                Client client = given().client(service);
                clients.add(client);
                heads.put(client, List.of(given().grant(client), given().grant(client), given().grant(client)));
            }
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                Client client = clients.get(random.nextInt(4));
                Tokens token = Tokens.aToken().of(client, heads.get(client).get(random.nextInt(3)));
                tokens.add(given().stored(randomLife(random.nextInt(5) == 0 ? token.withoutSubject() : token, random)));
            }
            stores().clients().remove(service.id(), clients.get(0).id(), Changed.CLIENT_REMOVED);
            stores().clients().replace(clients.get(1).cutOff(Unique.generation(), NOW));
            stores().grants().replace(heads.get(clients.get(2)).get(0).revoke(Unique.generation(), NOW));
            stores().clients().replace(clients.get(3).withLock(true, NOW));

            List<TokenInContext> before =
                    tokens.stream().map(ReclaimerContract.this::find).toList();
            sweepEverything(NOW);
            for (TokenInContext seen : before) {
                boolean toBeKept = seen.stands() && seen.token().purgeAt().isAfter(NOW);
                assertThat(find(seen.token())).as("seed %d: %s", seed, seen).isEqualTo(toBeKept ? seen : null);
            }
        }

        private Tokens randomLife(Tokens token, Random random) {
            return token.withAccessExpiresAt(NOW.plusSeconds(random.nextInt(-3, 4)))
                    .withRefreshExpiresAt(NOW.plusSeconds(random.nextInt(-3, 4)))
                    .withLastUsedAt(
                            random.nextInt(5) == 0
                                    ? NOW.minus(TokenRecord.UNUSED_LIFE)
                                    : NOW.minusSeconds(random.nextInt(100_000)));
        }
    }

    @Nested
    class Several {
        @Test
        void sweepersReclaimEachExpiredRecordOnce() {
            Client client = given().client();
            List<TokenRecord> tokens = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                tokens.add(given().stored(expiring(Tokens.aToken().of(client).withoutSubject(), NOW.minusSeconds(i))));
            }
            List<Integer> counts = Together.run(3, () -> sweep(Work.EXPIRED_TOKENS, NOW));
            int rest = sweep(Work.EXPIRED_TOKENS, NOW);
            assertThat(counts.stream().mapToInt(Integer::intValue).sum() + rest).isEqualTo(tokens.size());
            assertThat(tokens).noneMatch(ReclaimerContract.this::isStored);
        }

        @Test
        void sweepersDoAllKindsOfWorkWithoutFighting() {
            Service service = given().service();
            Client client = given().client(service);
            Client removed = given().client(service);
            List<TokenRecord> dead = new ArrayList<>();
            List<TokenRecord> alive = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                GrantHead head =
                        given().stored(Grants.aGrant().of(client).withCreatedAt(NOW.minus(Duration.ofDays(1))));
                dead.add(given().token(client, head));
                given().stored(Codes.aCode().of(client, head));
                stores().grants().replace(head.revoke(Unique.generation(), NOW.minus(GrantHead.LINGER)));
                GrantHead kept = given().grant(client);
                alive.add(given().token(client, kept));
                dead.add(given().stored(expiring(Tokens.aToken().of(client, kept), NOW.minusSeconds(i))));
                dead.add(given().tokenWithoutSubject(removed));
            }
            stores().clients().remove(service.id(), removed.id(), Changed.CLIENT_REMOVED);
            Together.run(3, () -> {
                sweepEverything(NOW);
                return true;
            });
            sweepEverything(NOW);
            assertThat(dead).noneMatch(ReclaimerContract.this::isStored);
            assertThat(alive).allMatch(ReclaimerContract.this::isStored);
        }
    }
}
