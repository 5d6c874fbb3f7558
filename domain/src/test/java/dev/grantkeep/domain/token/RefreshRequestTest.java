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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RefreshRequestTest extends Refreshing {
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
