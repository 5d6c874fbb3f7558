package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshOutcome.ExceedsScopes;
import dev.grantkeep.domain.token.RefreshOutcome.Refreshed;
import dev.grantkeep.domain.token.RefreshOutcome.Refused;
import dev.grantkeep.domain.token.RefreshOutcome.Repeated;
import dev.grantkeep.domain.token.RefreshOutcome.Reused;
import dev.grantkeep.domain.value.Generation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Refresh tokens that were used before: an attack, or a request whose answer got lost. */
final class RefreshReuseTest extends Refreshing {
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
}
