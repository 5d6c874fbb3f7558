package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshOutcome.Refreshed;
import dev.grantkeep.domain.token.RefreshOutcome.Refused;
import dev.grantkeep.domain.token.RefreshOutcome.Repeated;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** For which scopes and target resources a refresh is. */
final class RefreshScopesTest extends Refreshing {
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
            TokenDetails next =
                    after(granted("urn:a", "urn:b").narrowed(List.of("urn:a"), new RequestedDetails.None()), "urn:b");
            assertThat(next.targets().ofAccessToken()).containsExactly("urn:b");
            assertThat(next.targets().resources()).containsExactly("urn:a", "urn:b");
        }

        @Test
        void areThoseOfTheGrantAgainWhereNoneAreAskedFor() {
            TokenDetails next =
                    after(granted("urn:a", "urn:b").narrowed(List.of("urn:a"), new RequestedDetails.None()));
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
}
