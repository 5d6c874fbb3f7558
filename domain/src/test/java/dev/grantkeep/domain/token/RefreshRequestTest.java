package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshOutcome.ExceedsScopes;
import dev.grantkeep.domain.token.RefreshOutcome.Refreshed;
import dev.grantkeep.domain.token.RefreshOutcome.Refused;
import dev.grantkeep.domain.token.RefreshOutcome.Repeated;
import dev.grantkeep.domain.token.RefreshOutcome.Reused;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RefreshRequestTest {
    private static final RefreshPolicy ROTATE = RefreshPolicy.DEFAULT;
    private static final RefreshPolicy ROTATE_WITHIN_LIFE = new RefreshPolicy(false, true, false, false, false, false);
    private static final RefreshPolicy KEEP = new RefreshPolicy(true, false, false, false, false, false);
    private static final RefreshPolicy KEEP_AND_RENEW = new RefreshPolicy(true, false, true, false, false, false);
    private static final RefreshPolicy IDEMPOTENT = new RefreshPolicy(false, false, false, true, false, false);
    private static final RefreshPolicy LINKED = new RefreshPolicy(false, true, false, false, true, false);
    private static final RefreshPolicy OPENID_DROPPED = new RefreshPolicy(false, false, false, false, false, true);

    private static final Instant LATER = NOW.plusSeconds(1_000);
    private static final Instant OLD_EXPIRY = NOW.plusSeconds(864_000);
    private static final Instant NEW_EXPIRY = LATER.plusSeconds(864_000);

    private int freshCount;

    /** Values that are others at each call. */
    private RefreshRequest.NewValues fresh() {
        freshCount++;
        byte[] secret = new byte[TokenValues.SECRET_BYTES];
        secret[0] = (byte) freshCount;
        return new RefreshRequest.NewValues(secret, secret);
    }

    private static RefreshRequest request(Service service, TokenValue presented) {
        return new RefreshRequest(
                presented,
                service,
                Samples.client(),
                null,
                List.of(),
                new RequestedDetails.None(),
                Durations.UNSET,
                Properties.NONE,
                null);
    }

    private RefreshOutcome decide(Service service, TokenRecord token, TokenValue presented, Instant now) {
        return request(service, presented).decide(inContext(token), fresh(), now);
    }

    private IssuedToken refresh(Service service, TokenRecord token, TokenValue presented, Instant now) {
        RefreshOutcome outcome = decide(service, token, presented, now);
        assertThat(outcome).isInstanceOf(Refreshed.class);
        return ((Refreshed) outcome).token();
    }

    private IssuedToken refreshed(RefreshPolicy policy) {
        Service service = Samples.service(policy);
        return refresh(service, Samples.token(service, "read", "write"), REFRESH, LATER);
    }

    @Nested
    class InAnyMode {
        @Test
        void theRecordIsRewrittenInPlace() {
            Service service = Samples.service();
            TokenRecord token = Samples.token(service, "read", "write");
            for (RefreshPolicy policy : List.of(ROTATE, ROTATE_WITHIN_LIFE, KEEP, KEEP_AND_RENEW, IDEMPOTENT)) {
                TokenRecord next = refreshed(policy).record();
                assertThat(next.id()).isEqualTo(token.id());
                assertThat(next.createdAt()).isEqualTo(token.createdAt());
                assertThat(next.lastRefreshedAt()).isEqualTo(LATER);
                assertThat(next.lastUsedAt()).isEqualTo(LATER);
                assertThat(next.version()).isEqualTo(token.version().next());
                assertThat(next.access().hash()).isNotEqualTo(token.access().hash());
                assertThat(next.access().expiresAt()).isEqualTo(LATER.plusSeconds(3_600));
                assertThat(next.standing()).isEqualTo(token.standing());
            }
        }

        @Test
        void theHashesAreThoseOfTheValuesThatAreHandedOut() {
            for (RefreshPolicy policy : List.of(ROTATE, ROTATE_WITHIN_LIFE, KEEP, KEEP_AND_RENEW, IDEMPOTENT)) {
                IssuedToken issued = refreshed(policy);
                assertThat(issued.record().access().hash())
                        .isEqualTo(issued.access().hash());
                assertThat(issued.record().refresh().hash())
                        .isEqualTo(issued.refresh().hash());
            }
        }

        @Test
        void aChosenAccessTokenIsUsed() {
            Service service = Samples.service();
            TokenValue chosen = new TokenValue("chosen");
            RefreshRequest request = new RefreshRequest(
                    REFRESH,
                    service,
                    Samples.client(),
                    null,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    Properties.NONE,
                    chosen);
            Refreshed outcome = (Refreshed) request.decide(inContext(Samples.token(service, "read")), fresh(), LATER);
            assertThat(outcome.token().access()).isEqualTo(chosen);
        }

        @Test
        void addedPropertiesAreLaidOverThoseOfTheRecord() {
            Service service = Samples.service();
            Properties added = new Properties(List.of(new Property("a", "b", false)));
            RefreshRequest request = new RefreshRequest(
                    REFRESH,
                    service,
                    Samples.client(),
                    null,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    added,
                    null);
            Refreshed outcome = (Refreshed) request.decide(inContext(Samples.token(service, "read")), fresh(), LATER);
            assertThat(outcome.token().record().properties()).isEqualTo(added);
        }
    }

    @Nested
    class TheFourModes {
        @Test
        void keepKeepsValueAndExpiry() {
            IssuedToken issued = refreshed(KEEP);
            assertThat(issued.refresh()).isEqualTo(REFRESH);
            assertThat(issued.record().refresh().expiresAt()).isEqualTo(OLD_EXPIRY);
            assertThat(issued.refreshDuration()).isNull();
        }

        @Test
        void keepAndRenewKeepsTheValueAndStartsANewLife() {
            IssuedToken issued = refreshed(KEEP_AND_RENEW);
            assertThat(issued.refresh()).isEqualTo(REFRESH);
            assertThat(issued.record().refresh().expiresAt()).isEqualTo(NEW_EXPIRY);
            assertThat(issued.refreshDuration().duration().seconds()).isEqualTo(864_000);
        }

        @Test
        void rotateTakesANewValueAndStartsANewLife() {
            IssuedToken issued = refreshed(ROTATE);
            assertThat(issued.refresh()).isNotEqualTo(REFRESH);
            assertThat(TokenValues.recordNamedBy(issued.refresh(), Samples.KEY)).contains(Samples.ID);
            assertThat(issued.record().refresh().expiresAt()).isEqualTo(NEW_EXPIRY);
        }

        @Test
        void rotateWithinLifeTakesANewValueAndKeepsTheExpiry() {
            IssuedToken issued = refreshed(ROTATE_WITHIN_LIFE);
            assertThat(issued.refresh()).isNotEqualTo(REFRESH);
            assertThat(issued.record().refresh().expiresAt()).isEqualTo(OLD_EXPIRY);
            assertThat(issued.refreshDuration()).isNull();
        }

        @Test
        void anExplicitRefreshDurationSetsTheLifeOfARotatedToken() {
            Service service = Samples.service(ROTATE_WITHIN_LIFE);
            RefreshRequest request = new RefreshRequest(
                    REFRESH,
                    service,
                    Samples.client(),
                    null,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.ofSeconds(0, 77, 0),
                    Properties.NONE,
                    null);
            Refreshed outcome = (Refreshed) request.decide(inContext(Samples.token(service, "read")), fresh(), LATER);
            assertThat(outcome.token().record().refresh().expiresAt()).isEqualTo(LATER.plusSeconds(77));
        }

        @Test
        void currentSettingsDecideTheNewDurations() {
            Service atIssuance = Samples.service();
            Service now = Samples.service(ROTATE, Durations.ofSeconds(60, 600, 0), Samples.scopes("read", "write"));
            IssuedToken issued = refresh(now, Samples.token(atIssuance, "read"), REFRESH, LATER);
            assertThat(issued.record().access().expiresAt()).isEqualTo(LATER.plusSeconds(60));
            assertThat(issued.record().refresh().expiresAt()).isEqualTo(LATER.plusSeconds(600));
        }
    }

    @Nested
    class LinkedExpiry {
        @Test
        void cutsTheAccessTokenAtTheRefreshTokensExpiry() {
            Service service = Samples.service(LINKED);
            Instant nearTheEnd = OLD_EXPIRY.minusSeconds(10);
            IssuedToken issued = refresh(service, Samples.token(service, "read"), REFRESH, nearTheEnd);
            assertThat(issued.record().access().expiresAt()).isEqualTo(OLD_EXPIRY);
        }

        @Test
        void doesNotLengthenIt() {
            Service service = Samples.service(LINKED);
            IssuedToken issued = refresh(service, Samples.token(service, "read"), REFRESH, LATER);
            assertThat(issued.record().access().expiresAt()).isEqualTo(LATER.plusSeconds(3_600));
        }
    }

    @Nested
    class IsRefused {
        private final Service service = Samples.service();
        private final TokenRecord token = Samples.token(service, "read", "write");

        @Test
        void whenTheRefreshTokenIsExpired() {
            assertThat(decide(service, token, REFRESH, OLD_EXPIRY.minusMillis(1)))
                    .isInstanceOf(Refreshed.class);
            assertThat(decide(service, token, REFRESH, OLD_EXPIRY)).isEqualTo(Refused.EXPIRED);
        }

        @Test
        void whenTheRecordHasNoRefreshToken() {
            TokenRecord without = Samples.token(service, (TokenValue) null, "read");
            assertThat(decide(service, without, REFRESH, LATER)).isEqualTo(Refused.UNKNOWN);
        }

        @Test
        void whenTheGrantOrTheClientHasEndedIt() {
            GrantHead revoked = Samples.head().revoke(new Generation(43), NOW).state();
            assertThat(request(service, REFRESH).decide(inContext(token, revoked), fresh(), LATER))
                    .isEqualTo(Refused.UNKNOWN);
            TokenInContext cutOff = new TokenInContext(
                    token, inContext(token).head(), new ClientState(new Generation(1), false, Version.FIRST));
            assertThat(request(service, REFRESH).decide(cutOff, fresh(), LATER)).isEqualTo(Refused.UNKNOWN);
        }

        @Test
        void whenItIsUnusedFor90Days() {
            Instant unused = NOW.plus(Duration.ofDays(90));
            Service longLived = Samples.service(ROTATE, Durations.ofSeconds(60, 99_000_000, 0), Samples.scopes("read"));
            TokenRecord old = Samples.token(longLived, "read");
            assertThat(decide(longLived, old, REFRESH, unused)).isEqualTo(Refused.UNKNOWN);
            assertThat(decide(longLived, old, REFRESH, unused.minusMillis(1))).isInstanceOf(Refreshed.class);
        }

        @Test
        void whenAnotherClientPresentsIt() {
            Client mine = Samples.client();
            Client another = new Client(
                    new ClientId(5),
                    mine.service(),
                    2,
                    mine.secret(),
                    mine.settings(),
                    false,
                    mine.generation(),
                    NOW,
                    NOW,
                    Version.FIRST);
            RefreshRequest request = new RefreshRequest(
                    REFRESH,
                    service,
                    another,
                    null,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    Properties.NONE,
                    null);
            assertThat(request.decide(inContext(token), fresh(), LATER)).isEqualTo(Refused.OF_ANOTHER_CLIENT);
        }

        @Test
        void whenItAsksForMoreThanWasGranted() {
            assertThat(asking(ScopeSet.of("read", "openid"), inContext(token)))
                    .isEqualTo(new ExceedsScopes(ScopeSet.of("openid")));
        }

        @Test
        void whenItAsksForARemovedScope() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("read"), NOW).state();
            assertThat(asking(ScopeSet.of("read", "write"), inContext(token, rewritten)))
                    .isEqualTo(new ExceedsScopes(ScopeSet.of("write")));
        }

        private RefreshOutcome asking(ScopeSet asked, TokenInContext seen) {
            return new RefreshRequest(
                            REFRESH,
                            service,
                            Samples.client(),
                            asked,
                            List.of(),
                            new RequestedDetails.None(),
                            Durations.UNSET,
                            Properties.NONE,
                            null)
                    .decide(seen, fresh(), LATER);
        }
    }

    @Nested
    class WhatTheServiceOrTheClientLost {
        private final TokenRecord token = Samples.token(Samples.service(IDEMPOTENT), "read", "write");
        private final Client readOnly = Samples.client(Durations.UNSET, ScopeSet.of("read"));

        private IssuedToken refresh(Service service, Client client, @Nullable ScopeSet asked, TokenRecord from) {
            RefreshOutcome outcome = new RefreshRequest(
                            REFRESH,
                            service,
                            client,
                            asked,
                            List.of(),
                            new RequestedDetails.None(),
                            Durations.UNSET,
                            Properties.NONE,
                            null)
                    .decide(inContext(from), fresh(), LATER);
            assertThat(outcome).isInstanceOf(Refreshed.class);
            return ((Refreshed) outcome).token();
        }

        @Test
        void doesNotComeBackWithARefreshButWhenItIsGivenBack() {
            TokenRecord less =
                    refresh(Samples.service(KEEP), readOnly, null, token).record();
            assertThat(less.scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(less.refresh().scopes()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(refresh(Samples.service(KEEP), Samples.client(), null, less)
                            .record()
                            .scopes())
                    .isEqualTo(ScopeSet.of("read", "write"));
        }

        @Test
        void doesNotComeBackWithARefreshThatAsksForIt() {
            assertThat(refresh(Samples.service(), readOnly, ScopeSet.of("write"), token)
                            .record()
                            .scopes())
                    .isEqualTo(ScopeSet.EMPTY);
        }

        @Test
        void isToldToAClientThatIsLeftWithNothing() {
            Client none = Samples.client(Durations.UNSET, ScopeSet.EMPTY);
            Service service = Samples.service(KEEP);
            assertThat(isDenied(refresh(service, none, null, token))).isTrue();
            assertThat(isDenied(refresh(service, none, ScopeSet.of("read"), token)))
                    .isTrue();
            assertThat(isDenied(refresh(service, readOnly, null, token))).isFalse();
            assertThat(isDenied(refresh(service, none, ScopeSet.EMPTY, Samples.token(service))))
                    .isFalse();
            assertThat(isDenied(refresh(service, none, null, Samples.token(service))))
                    .isFalse();
        }

        @Test
        void isToldInTheSameAnswerOnceMore() {
            Service service = Samples.service(IDEMPOTENT);
            TokenRecord refreshed =
                    refresh(service, Samples.client(), null, token).record();
            Client none = Samples.client(Durations.UNSET, ScopeSet.EMPTY);
            RefreshRequest again = new RefreshRequest(
                    REFRESH,
                    service,
                    none,
                    null,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    Properties.NONE,
                    null);
            assertThat(isDenied(((Repeated) again.decide(inContext(refreshed), fresh(), LATER)).token()))
                    .isTrue();
        }

        private static boolean isDenied(IssuedToken issued) {
            return issued.record().details().scopesDenied();
        }

        @Test
        void isNotInATokenOfAServiceWithoutTheScope() {
            Service without = Samples.service(ROTATE, Durations.ofSeconds(3_600, 864_000, 0), Samples.scopes("write"));
            assertThat(refresh(without, Samples.client(), null, token).record().scopes())
                    .isEqualTo(ScopeSet.of("write"));
        }

        @Test
        void isTakenFromATokenThatIsGivenOutOnceMore() {
            Service service = Samples.service(IDEMPOTENT);
            TokenRecord refreshed =
                    refresh(service, Samples.client(), null, token).record();
            Repeated repeated = (Repeated) new RefreshRequest(
                            REFRESH,
                            service,
                            readOnly,
                            null,
                            List.of(),
                            new RequestedDetails.None(),
                            Durations.UNSET,
                            Properties.NONE,
                            null)
                    .decide(inContext(refreshed), fresh(), LATER);
            assertThat(repeated.changed()).isTrue();
            assertThat(repeated.token().record().scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(repeated.token().record().refresh().scopes()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(repeated.token().record().access()).isEqualTo(refreshed.access());
            assertThat(repeated.token().record().version())
                    .isEqualTo(refreshed.version().next());
        }
    }

    @Nested
    class TargetResources {
        private final Service service = Samples.service(KEEP);

        private RefreshOutcome asking(TokenDetails details, String... targets) {
            TokenRecord token = Samples.token(service, REFRESH, details, "read");
            return new RefreshRequest(
                            REFRESH,
                            service,
                            Samples.client(),
                            null,
                            List.of(targets),
                            new RequestedDetails.None(),
                            Durations.UNSET,
                            Properties.NONE,
                            null)
                    .decide(inContext(token), fresh(), LATER);
        }

        private TokenDetails after(TokenDetails details, String... targets) {
            return ((Refreshed) asking(details, targets)).token().record().details();
        }

        @Test
        void ofTheGrantCanBeAskedForThoughTheAccessTokenWasNarrowedToOthers() {
            TokenDetails next = after(granted("urn:a", "urn:b").narrowed(List.of("urn:a")), "urn:b");
            assertThat(next.targets().ofAccessToken()).containsExactly("urn:b");
            assertThat(next.targets().resources()).containsExactly("urn:a", "urn:b");
        }

        @Test
        void areThoseOfTheGrantAgainWhereNoneAreAskedFor() {
            TokenDetails next = after(granted("urn:a", "urn:b").narrowed(List.of("urn:a")));
            assertThat(next.targets().ofAccessToken()).containsExactly("urn:a", "urn:b");
        }

        @Test
        void areAnyWhereTheGrantIsForNone() {
            TokenDetails next = after(TokenDetails.NONE, "urn:a");
            assertThat(next.targets().ofAccessToken()).containsExactly("urn:a");
            assertThat(next.targets().resources()).isEmpty();
        }

        @Test
        void areNoneButThoseOfTheGrant() {
            assertThat(asking(granted("urn:a"), "urn:a", "urn:b")).isEqualTo(Refused.RESOURCE_NOT_GRANTED);
        }

        private static TokenDetails granted(String... resources) {
            return TokenDetails.NONE.withTargets(Targets.of(List.of(resources), null));
        }
    }

    @Nested
    class Scopes {
        private IssuedToken asking(@Nullable ScopeSet asked, RefreshPolicy policy, TokenRecord token, GrantHead head) {
            RefreshRequest request = new RefreshRequest(
                    REFRESH,
                    Samples.service(policy),
                    Samples.client(),
                    asked,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    Properties.NONE,
                    null);
            RefreshOutcome outcome = request.decide(inContext(token, head), fresh(), LATER);
            assertThat(outcome).isInstanceOf(Refreshed.class);
            return ((Refreshed) outcome).token();
        }

        @Test
        void canBeNarrowedForTheAccessTokenAndComeBackLater() {
            Service service = Samples.service(KEEP);
            TokenRecord token = Samples.token(service, "read", "write");
            TokenRecord narrowed =
                    asking(ScopeSet.of("read"), KEEP, token, Samples.head()).record();
            assertThat(narrowed.scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(narrowed.refresh().scopes()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(asking(null, KEEP, narrowed, Samples.head()).record().scopes())
                    .isEqualTo(ScopeSet.of("read", "write"));
        }

        @Test
        void canBeNarrowedToNone() {
            TokenRecord token = Samples.token(Samples.service(), "read");
            assertThat(asking(ScopeSet.EMPTY, KEEP, token, Samples.head())
                            .record()
                            .scopes())
                    .isEqualTo(ScopeSet.EMPTY);
        }

        @Test
        void theNarrowedScopesDecideTheDuration() {
            Service service = Samples.service(
                    ROTATE,
                    Durations.ofSeconds(86_400, 0, 0),
                    Samples.scope("read", "access_token.duration", "3600"),
                    Samples.scope("write", "access_token.duration", "600"));
            RefreshRequest request = new RefreshRequest(
                    REFRESH,
                    service,
                    Samples.client(),
                    ScopeSet.of("read"),
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    Properties.NONE,
                    null);
            Refreshed outcome =
                    (Refreshed) request.decide(inContext(Samples.token(service, "read", "write")), fresh(), LATER);
            assertThat(outcome.token().record().access().expiresAt()).isEqualTo(LATER.plusSeconds(3_600));
        }

        @Test
        void followARewriteAndStayRewritten() {
            TokenRecord token = Samples.token(Samples.service(), "read", "write");
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("read"), NOW).state();
            TokenRecord next = asking(null, KEEP, token, rewritten).record();
            assertThat(next.scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(next.refresh().scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(next.standing().grant()).isEqualTo(rewritten.standing());
            assertThat(inContext(next, rewritten).scopes()).isEqualTo(ScopeSet.of("read"));
        }

        @Test
        void loseOpenidWithoutOfflineAccessWhereTheServiceSaysSo() {
            TokenRecord token = Samples.token(Samples.service(), "read", "openid");
            TokenRecord next =
                    asking(null, OPENID_DROPPED, token, Samples.head()).record();
            assertThat(next.scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(asking(null, ROTATE, token, Samples.head()).record().scopes())
                    .isEqualTo(ScopeSet.of("read", "openid"));
        }

        @Test
        void keepOpenidWithOfflineAccess() {
            TokenRecord token = Samples.token(Samples.service(), "openid", "offline_access");
            assertThat(asking(null, OPENID_DROPPED, token, Samples.head())
                            .record()
                            .scopes())
                    .isEqualTo(ScopeSet.of("openid", "offline_access"));
        }
    }

    @Nested
    class Reuse {
        @Test
        void ofARotatedValueIsNoticed() {
            Service service = Samples.service(ROTATE);
            IssuedToken once = refresh(service, Samples.token(service, "read"), REFRESH, LATER);
            assertThat(decide(service, once.record(), REFRESH, LATER)).isEqualTo(new Reused());
        }

        @Test
        void ofAnyOlderValueIsNoticed() {
            Service service = Samples.service(ROTATE);
            IssuedToken once = refresh(service, Samples.token(service, "read"), REFRESH, LATER);
            IssuedToken twice = refresh(service, once.record(), once.refresh(), LATER.plusSeconds(1));
            IssuedToken thrice = refresh(service, twice.record(), twice.refresh(), LATER.plusSeconds(2));
            for (TokenValue old : List.of(REFRESH, once.refresh(), twice.refresh())) {
                assertThat(decide(service, thrice.record(), old, LATER.plusSeconds(3)))
                        .isEqualTo(new Reused());
            }
        }

        @Test
        void ofAChosenFirstValueIsNoticedHoweverOftenItWasRotated() {
            Service service = Samples.service(ROTATE);
            TokenValue chosen = new TokenValue("chosen-by-the-caller");
            IssuedToken once = refresh(service, Samples.token(service, chosen, "read"), chosen, LATER);
            assertThat(once.record().refresh().origin()).isEqualTo(chosen.hash());
            IssuedToken twice = refresh(service, once.record(), once.refresh(), LATER);
            assertThat(twice.record().refresh().origin()).isEqualTo(chosen.hash());
            assertThat(decide(service, twice.record(), chosen, LATER)).isEqualTo(new Reused());
        }

        @Test
        void aKeptChosenValueHasNoOrigin() {
            Service service = Samples.service(KEEP);
            TokenValue chosen = new TokenValue("chosen-by-the-caller");
            IssuedToken once = refresh(service, Samples.token(service, chosen, "read"), chosen, LATER);
            assertThat(once.record().refresh().origin()).isNull();
            assertThat(once.refresh()).isEqualTo(chosen);
        }

        @Test
        void aValueThatWasNeverTheRecordsIsUnknown() {
            Service service = Samples.service(ROTATE);
            TokenRecord token = Samples.token(service, "read");
            assertThat(decide(service, token, new TokenValue("something-else"), LATER))
                    .isEqualTo(Refused.UNKNOWN);
            TokenId another = TokenId.create(NOW, new byte[10]);
            TokenValue ofAnother = TokenValues.refresh(another, new byte[16], Samples.KEY);
            assertThat(decide(service, token, ofAnother, LATER)).isEqualTo(Refused.UNKNOWN);
        }

        @Test
        void ofAValueMadeUpFromTheRecordsIdIsUnknown() {
            Service service = Samples.service(ROTATE);
            TokenRecord once = refresh(service, Samples.token(service, "read"), REFRESH, LATER)
                    .record();
            for (int length : List.of(32, 48)) {
                TokenValue madeUp = TokenValue.of(Arrays.copyOf(Samples.ID.bytes(), length));
                assertThat(decide(service, once, madeUp, LATER)).isEqualTo(Refused.UNKNOWN);
            }
        }
    }

    /** Of the time when refresh tokens had no tag. */
    @Nested
    class AnUntaggedValue {
        private static final TokenValue UNTAGGED = TokenValue.of(Arrays.copyOf(Samples.ID.bytes(), 32));

        @Test
        void isGoodWhileItIsCurrent() {
            Service service = Samples.service(ROTATE);
            IssuedToken once = refresh(service, Samples.token(service, UNTAGGED, "read"), UNTAGGED, LATER);
            assertThat(TokenValues.recordNamedBy(once.refresh(), Samples.KEY)).contains(Samples.ID);
        }

        @Test
        void isRememberedWhenItIsRotated() {
            Service service = Samples.service(ROTATE);
            IssuedToken once = refresh(service, Samples.token(service, UNTAGGED, "read"), UNTAGGED, LATER);
            assertThat(decide(service, once.record(), UNTAGGED, LATER)).isEqualTo(new Reused());
        }

        @Test
        void isUnknownIfItIsNotRemembered() {
            Service service = Samples.service(ROTATE);
            assertThat(decide(service, Samples.token(service, "read"), UNTAGGED, LATER))
                    .isEqualTo(Refused.UNKNOWN);
        }

        @Test
        void isAnsweredAgainWithTheUntaggedValueThatWasDerivedFromIt() {
            Service service = Samples.service(IDEMPOTENT);
            TokenValue successor = TokenValues.untaggedRefreshAfter(UNTAGGED, Samples.ID, Samples.KEY);
            TokenRecord rotated = rotated(service, successor);
            Repeated again = (Repeated) decide(service, rotated, UNTAGGED, LATER.plusSeconds(59));
            assertThat(again.token().refresh()).isEqualTo(successor);
            assertThat(decide(service, rotated, UNTAGGED, LATER.plusSeconds(60)))
                    .isEqualTo(new Reused());
        }

        @Test
        void isAnsweredAgainWithTheTaggedValueThatWasDerivedFromIt() {
            Service service = Samples.service(IDEMPOTENT);
            IssuedToken once = refresh(service, Samples.token(service, UNTAGGED, "read"), UNTAGGED, LATER);
            Repeated again = (Repeated) decide(service, once.record(), UNTAGGED, LATER.plusSeconds(59));
            assertThat(again.token().refresh()).isEqualTo(once.refresh());
        }

        private TokenRecord rotated(Service service, TokenValue refresh) {
            TokenRecord token = refresh(service, Samples.token(service, UNTAGGED, "read"), UNTAGGED, LATER)
                    .record();
            RefreshPart part = token.requireRefresh();
            return new TokenRecord(
                    token.id(),
                    token.service(),
                    token.client(),
                    token.subject(),
                    token.grantType(),
                    token.standing(),
                    token.access(),
                    new RefreshPart(refresh.hash(), part.expiresAt(), part.scopes(), null),
                    token.scopes(),
                    token.properties(),
                    token.details(),
                    token.createdAt(),
                    token.lastRefreshedAt(),
                    token.lastUsedAt(),
                    token.version());
        }
    }

    @Nested
    class IdempotentRetry {
        private final Service service = Samples.service(IDEMPOTENT);
        private final TokenRecord token = Samples.token(service, "read", "write");
        private final IssuedToken first = refresh(service, token, REFRESH, LATER);

        @Test
        void isAnsweredWithTheSameTokens() {
            Repeated again = (Repeated) decide(service, first.record(), REFRESH, LATER.plusSeconds(1));
            assertThat(again.changed()).isFalse();
            assertThat(again.token().access()).isEqualTo(first.access());
            assertThat(again.token().refresh()).isEqualTo(first.refresh());
            assertThat(again.token().record()).isEqualTo(first.record());
        }

        @Test
        void isPossibleForLessThan60Seconds() {
            Instant end = LATER.plusSeconds(60);
            assertThat(decide(service, first.record(), REFRESH, end.minusMillis(1)))
                    .isInstanceOf(Repeated.class);
            assertThat(decide(service, first.record(), REFRESH, end)).isEqualTo(new Reused());
        }

        @Test
        void isPossibleForLessThan60SecondsByAClockThatIsBehind() {
            Instant end = LATER.minusSeconds(60);
            assertThat(decide(service, first.record(), REFRESH, end.plusMillis(1)))
                    .isInstanceOf(Repeated.class);
            assertThat(decide(service, first.record(), REFRESH, end)).isEqualTo(new Reused());
            assertThat(decide(service, first.record(), REFRESH, LATER.minusSeconds(3_600)))
                    .isEqualTo(new Reused());
        }

        @Test
        void ofAnExpiredTokenIsRefused() {
            Service brief = Samples.service(IDEMPOTENT, Durations.ofSeconds(60, 30, 0), Samples.scopes("read"));
            TokenRecord once =
                    refresh(brief, Samples.token(brief, "read"), REFRESH, NOW).record();
            assertThat(decide(brief, once, REFRESH, NOW.plusSeconds(29))).isInstanceOf(Repeated.class);
            assertThat(decide(brief, once, REFRESH, NOW.plusSeconds(30))).isEqualTo(Refused.EXPIRED);
        }

        @Test
        void isNotPossibleForAnOlderValue() {
            IssuedToken second = refresh(service, first.record(), first.refresh(), LATER.plusSeconds(1));
            assertThat(decide(service, second.record(), REFRESH, LATER.plusSeconds(2)))
                    .isEqualTo(new Reused());
            assertThat(decide(service, second.record(), first.refresh(), LATER.plusSeconds(2)))
                    .isInstanceOf(Repeated.class);
        }

        @Test
        void isPossibleForAChosenFirstValue() {
            TokenValue chosen = new TokenValue("chosen-by-the-caller");
            IssuedToken once = refresh(service, Samples.token(service, chosen, "read"), chosen, LATER);
            Repeated again = (Repeated) decide(service, once.record(), chosen, LATER.plusSeconds(1));
            assertThat(again.token().refresh()).isEqualTo(once.refresh());
            assertThat(again.token().access()).isEqualTo(once.access());
        }

        @Test
        void takesANewAccessTokenWhenTheOldOneIsNoLongerTheRecords() {
            TokenRecord changed = first.record().withAccess(new TokenValue("replaced").hash(), LATER.plusSeconds(1));
            Repeated again = (Repeated) decide(service, changed, REFRESH, LATER.plusSeconds(2));
            assertThat(again.changed()).isTrue();
            assertThat(again.token().refresh()).isEqualTo(first.refresh());
            assertThat(again.token().record().access().hash())
                    .isEqualTo(again.token().access().hash());
            assertThat(again.token().record().version())
                    .isEqualTo(changed.version().next());
        }

        @Test
        void tellsTheScopesThatTheGrantHasMeanwhile() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("read"), LATER).state();
            Repeated again = (Repeated) request(service, REFRESH)
                    .decide(inContext(first.record(), rewritten), fresh(), LATER.plusSeconds(1));
            assertThat(again.changed()).isFalse();
            assertThat(again.token().access()).isEqualTo(first.access());
            assertThat(again.token().record().scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(again.token().record().requireRefresh().scopes()).isEqualTo(ScopeSet.of("read"));
        }

        @Test
        void isNotPossibleWhereTheServiceIsNotIdempotent() {
            assertThat(decide(Samples.service(ROTATE), first.record(), REFRESH, LATER.plusSeconds(1)))
                    .isEqualTo(new Reused());
        }

        @Test
        void doesNotReviveARevokedGrant() {
            GrantHead revoked = Samples.head().revoke(new Generation(43), LATER).state();
            assertThat(request(service, REFRESH)
                            .decide(inContext(first.record(), revoked), fresh(), LATER.plusSeconds(1)))
                    .isEqualTo(Refused.UNKNOWN);
        }
    }

    /** What a client asks for when it uses the refresh token again at once. */
    @Nested
    class ARetry {
        private final Service service = Samples.service(IDEMPOTENT);
        private final TokenRecord granted = Samples.token(
                service,
                REFRESH,
                TokenDetails.NONE.withTargets(Targets.of(List.of("urn:a", "urn:b"), null)),
                "read",
                "write");

        private RefreshOutcome asking(TokenRecord token, @Nullable ScopeSet scopes, String... targets) {
            return new RefreshRequest(
                            REFRESH,
                            service,
                            Samples.client(),
                            scopes,
                            List.of(targets),
                            new RequestedDetails.None(),
                            Durations.UNSET,
                            Properties.NONE,
                            null)
                    .decide(inContext(token), fresh(), LATER);
        }

        private TokenRecord after(@Nullable ScopeSet scopes, String... targets) {
            return ((Refreshed) asking(granted, scopes, targets)).token().record();
        }

        @Test
        void isAnsweredIfItIsTheSameRequest() {
            assertThat(asking(after(null), null)).isInstanceOf(Repeated.class);
            assertThat(asking(after(null, "urn:a"), null, "urn:a")).isInstanceOf(Repeated.class);
            assertThat(asking(after(ScopeSet.of("read")), ScopeSet.of("read"))).isInstanceOf(Repeated.class);
            assertThat(asking(after(null), ScopeSet.of("write", "read"), "urn:b", "urn:a"))
                    .isInstanceOf(Repeated.class);
        }

        @Test
        void forOtherScopesIsRefused() {
            assertThat(asking(after(null), ScopeSet.of("read"))).isEqualTo(Refused.SCOPES_DIFFER);
            assertThat(asking(after(ScopeSet.of("read")), null)).isEqualTo(Refused.SCOPES_DIFFER);
            assertThat(asking(after(ScopeSet.of("read")), ScopeSet.of("write"))).isEqualTo(Refused.SCOPES_DIFFER);
        }

        @Test
        void forOtherTargetsIsRefused() {
            assertThat(asking(after(null), null, "urn:a")).isEqualTo(Refused.RESOURCES_DIFFER);
            assertThat(asking(after(null, "urn:a"), null)).isEqualTo(Refused.RESOURCES_DIFFER);
            assertThat(asking(after(null, "urn:a"), null, "urn:b")).isEqualTo(Refused.RESOURCES_DIFFER);
        }

        @Test
        void forMoreThanWasGrantedIsRefusedAsAnyRefreshIs() {
            assertThat(asking(after(null), ScopeSet.of("read", "openid")))
                    .isEqualTo(new ExceedsScopes(ScopeSet.of("openid")));
            assertThat(asking(after(null), null, "urn:c")).isEqualTo(Refused.RESOURCE_NOT_GRANTED);
        }
    }

    @Nested
    class WhatElseIsChecked {
        private static final String DETAILS = "[{\"type\":\"account\"}]";

        private final Service service = Samples.service(IDEMPOTENT);
        private final TokenRecord token = Samples.token(
                service,
                REFRESH,
                TokenDetails.NONE.withTargets(Targets.of(List.of("urn:a"), DETAILS)),
                "read",
                "write");

        private RefreshOutcome decide(TokenRecord from, RequestedDetails details, Properties added) {
            return decide(service, from, REFRESH, List.of(), details, added);
        }

        private RefreshOutcome decide(
                Service at,
                TokenRecord from,
                TokenValue value,
                List<String> targets,
                RequestedDetails details,
                Properties added) {
            return new RefreshRequest(value, at, Samples.client(), null, targets, details, Durations.UNSET, added, null)
                    .decide(inContext(from), fresh(), LATER);
        }

        private RefreshOutcome asking(TokenRecord from, RequestedDetails details) {
            return decide(from, details, Properties.NONE);
        }

        private static RequestedDetails asked(String type) {
            return new RequestedDetails.Asked("[{\"type\":\"" + type + "\"}]", Set.of(type));
        }

        @Test
        void theDetailsAreThoseThatWereGrantedOrNone() {
            assertThat(asking(token, asked("account"))).isInstanceOf(Refreshed.class);
            assertThat(asking(token, asked("payment"))).isEqualTo(Refused.DETAILS_NOT_GRANTED);
            assertThat(asking(token, new RequestedDetails.Malformed())).isEqualTo(Refused.DETAILS_MALFORMED);
            assertThat(asking(Samples.token(service, "read"), asked("account"))).isEqualTo(Refused.DETAILS_NOT_GRANTED);
        }

        @Test
        void aRepetitionIsCheckedToo() {
            TokenRecord refreshed = refresh(service, token, REFRESH, LATER).record();
            assertThat(asking(refreshed, asked("account"))).isInstanceOf(Repeated.class);
            assertThat(asking(refreshed, asked("payment"))).isEqualTo(Refused.DETAILS_NOT_GRANTED);
            assertThat(asking(refreshed, new RequestedDetails.Malformed())).isEqualTo(Refused.DETAILS_MALFORMED);
        }

        @Test
        void whatIsWrongWithTheTokenItselfIsToldFirst() {
            TokenValue another = new TokenValue("something-else");
            assertThat(decide(
                            service,
                            token,
                            another,
                            List.of("urn:b"),
                            new RequestedDetails.Malformed(),
                            Properties.NONE))
                    .isEqualTo(Refused.UNKNOWN);
            assertThat(decide(
                            service,
                            token,
                            REFRESH,
                            List.of("urn:b"),
                            new RequestedDetails.Malformed(),
                            Properties.NONE))
                    .isEqualTo(Refused.RESOURCE_NOT_GRANTED);
        }

        @Test
        void aDemandOfAScopeIsNotPassedOver() {
            Service demanding = Samples.service(
                    IDEMPOTENT,
                    Durations.ofSeconds(3_600, 864_000, 0),
                    Samples.scope("read", "fapi", "rw"),
                    Scope.named("write"));
            Demand demand =
                    demanding.settings().scopes().demand(ScopeSet.of("read")).orElseThrow();
            assertThat(decideAt(demanding, token)).isEqualTo(new RefreshOutcome.DemandNotMet(demand));
            assertThat(decideAt(
                            demanding, refresh(service, token, REFRESH, LATER).record()))
                    .isEqualTo(new RefreshOutcome.DemandNotMet(demand));
            assertThat(decideAt(demanding, Samples.token(service, "write"))).isInstanceOf(Refreshed.class);
        }

        private RefreshOutcome decideAt(Service at, TokenRecord from) {
            return decide(at, from, REFRESH, List.of(), new RequestedDetails.None(), Properties.NONE);
        }

        @Test
        void propertiesThatAreTooLargeHideNothing() {
            String half = "x".repeat(Properties.MAX_BYTES / 5 * 2);
            Properties a = new Properties(List.of(new Property("a", half, false)));
            Properties b = new Properties(List.of(new Property("b", half, false)));
            Service rotating = Samples.service(ROTATE);
            IssuedToken issued = ((Refreshed) decide(
                            rotating,
                            Samples.token(rotating, "read"),
                            REFRESH,
                            List.of(),
                            new RequestedDetails.None(),
                            a))
                    .token();
            TokenRecord record = issued.record();
            RequestedDetails none = new RequestedDetails.None();
            assertThat(decide(rotating, record, issued.refresh(), List.of(), none, b))
                    .isEqualTo(Refused.PROPERTIES_TOO_LARGE);
            assertThat(decide(rotating, record, REFRESH, List.of(), none, b)).isEqualTo(new Reused());
            assertThat(decide(rotating, record, new TokenValue("made-up"), List.of(), none, b))
                    .isEqualTo(Refused.UNKNOWN);
            assertThat(decide(rotating, record, issued.refresh(), List.of("urn:b"), none, b))
                    .isEqualTo(Refused.PROPERTIES_TOO_LARGE);
        }

        @Test
        void propertiesHaveALimitTogether() {
            String half = "x".repeat(Properties.MAX_BYTES / 5 * 2);
            Properties a = new Properties(List.of(new Property("a", half, false)));
            Properties b = new Properties(List.of(new Property("b", half, false)));
            TokenRecord withA = ((Refreshed) decide(token, new RequestedDetails.None(), a))
                    .token()
                    .record();
            TokenValue current = ((Refreshed) decide(token, new RequestedDetails.None(), a))
                    .token()
                    .refresh();
            assertThat(decide(service, withA, current, List.of(), new RequestedDetails.None(), b))
                    .isEqualTo(Refused.PROPERTIES_TOO_LARGE);
            assertThat(decide(service, withA, current, List.of(), new RequestedDetails.None(), a))
                    .isInstanceOf(Refreshed.class);
        }
    }

    @Test
    void aPersistentAccessTokenStaysPersistent() {
        Service service = Samples.service();
        TokenRecord token = new TokenChange(null, null, null, null, false, false, true, null, null, false)
                .applyTo(inContext(Samples.token(service, "read")), Samples.client(), service, NOW)
                .state();
        assertThat(refresh(service, token, REFRESH, LATER).record().access().isPersistent())
                .isTrue();
    }
}
