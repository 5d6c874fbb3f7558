package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class IntrospectionTest {
    private static final Verdict ALIVE = new Verdict.Alive();
    private static final Introspection NOTHING = Introspection.forResource(null);
    private static final String RESOURCE = "https://api.example.com/";
    private static final String OTHER_RESOURCE = "https://other.example.com/";
    private static final long AUTH_TIME = NOW.getEpochSecond() - 300;

    private final TokenRecord token = Samples.token(Samples.service(), "read", "write");

    @Nested
    class AnAccessToken {
        @Test
        void isAliveToWhoeverRequiresNothing() {
            assertThat(NOTHING.decide(inContext(token), NOW)).isEqualTo(ALIVE);
        }

        @Test
        void isWhatItsContextSaysWhateverIsRequired() {
            Introspection payment = scopes("payment");
            GrantHead revoked = Samples.head().revoke(new Generation(43), NOW).state();
            assertThat(payment.decide(inContext(token, revoked), NOW)).isEqualTo(Verdict.Ended.GRANT_ENDED);
            assertThat(payment.decide(inContext(token), token.access().expiresAt()))
                    .isEqualTo(new Verdict.Expired(token.access().expiresAt(), true));
        }

        @Test
        void thatWasReplacedHasEnded() {
            Service service = Samples.service();
            assertThat(NOTHING.decide(PresentedAccessToken.to(service, Samples.ACCESS), inContext(token), NOW))
                    .isEqualTo(ALIVE);
            TokenRecord refreshed = token.withAccess(new TokenValue("next").hash(), NOW);
            assertThat(NOTHING.decide(PresentedAccessToken.to(service, Samples.ACCESS), inContext(refreshed), NOW))
                    .isEqualTo(Verdict.Ended.REPLACED);
        }

        @Test
        void namesItsRecordUnlessItWasChosen() {
            Service service = Samples.service();
            assertThat(PresentedAccessToken.to(service, Samples.ACCESS).namedRecord())
                    .contains(token.id());
            assertThat(PresentedAccessToken.to(service, new TokenValue("chosen"))
                            .namedRecord())
                    .isEmpty();
        }

        @Test
        void needsEveryScope() {
            assertThat(scopes("write", "read").decide(inContext(token), NOW)).isEqualTo(ALIVE);
            assertThat(scopes("read", "payment", "admin").decide(inContext(token), NOW))
                    .isEqualTo(new Verdict.ScopeMissing("payment"));
        }

        @Test
        void neverHasATextThatIsNoScope() {
            assertThat(scopes("no scope").decide(inContext(token), NOW))
                    .isEqualTo(new Verdict.ScopeMissing("no scope"));
        }

        @Test
        void hasTheScopesThatItsGrantWasRewrittenTo() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("payment"), NOW).state();
            assertThat(scopes("payment").decide(inContext(token, rewritten), NOW))
                    .isEqualTo(ALIVE);
            assertThat(scopes("read").decide(inContext(token, rewritten), NOW))
                    .isEqualTo(new Verdict.ScopeMissing("read"));
        }

        @Test
        void isOfItsSubjectAlone() {
            assertThat(subject(Samples.SUBJECT.value()).decide(inContext(token), NOW))
                    .isEqualTo(ALIVE);
            assertThat(subject("another").decide(inContext(token), NOW)).isEqualTo(new Verdict.SubjectDiffers());
        }

        @Test
        void isOfNoSubjectIfItHasNone() {
            TokenInContext ofNobody = new TokenInContext(
                    Samples.tokenOfNobody("read"),
                    null,
                    new ClientState(Samples.CLIENT_GENERATION, false, Version.FIRST));
            assertThat(NOTHING.decide(ofNobody, NOW)).isEqualTo(ALIVE);
            assertThat(subject("null").decide(ofNobody, NOW)).isEqualTo(new Verdict.SubjectDiffers());
        }

        @Test
        void isForEveryResourceUnlessItIsRestricted() {
            assertThat(resources(RESOURCE, OTHER_RESOURCE).decide(inContext(token), NOW))
                    .isEqualTo(ALIVE);
            assertThat(resources(RESOURCE).decide(withTargets(List.of(RESOURCE)), NOW))
                    .isEqualTo(ALIVE);
            assertThat(resources(RESOURCE, OTHER_RESOURCE).decide(withTargets(List.of(RESOURCE)), NOW))
                    .isEqualTo(new Verdict.ResourceMissing(OTHER_RESOURCE));
        }

        @Test
        void isForNoMoreResourcesThanItWasNarrowedTo() {
            TokenInContext narrowed = inContext(detailed(TokenDetails.NONE
                    .withTargets(Targets.of(List.of(RESOURCE, OTHER_RESOURCE), null))
                    .narrowed(List.of(RESOURCE), new RequestedDetails.None())));
            assertThat(resources(OTHER_RESOURCE).decide(narrowed, NOW))
                    .isEqualTo(new Verdict.ResourceMissing(OTHER_RESOURCE));
        }

        @Test
        void isOfOneOfTheClassesOfAuthentication() {
            assertThat(acrs("gold", "silver").decide(authenticated("silver", null), NOW))
                    .isEqualTo(ALIVE);
            assertThat(acrs("gold").decide(authenticated("silver", null), NOW))
                    .isEqualTo(new Verdict.AcrDiffers("silver"));
            assertThat(acrs("gold").decide(authenticated(null, null), NOW)).isEqualTo(new Verdict.AcrDiffers(null));
        }

        @Test
        void isFreshUntilTheMostSecondsHavePassed() {
            assertThat(maxAge(300).decide(authenticated(null, AUTH_TIME), NOW)).isEqualTo(ALIVE);
            assertThat(maxAge(299).decide(authenticated(null, AUTH_TIME), NOW))
                    .isEqualTo(new Verdict.AuthenticationTooOld(AUTH_TIME));
            assertThat(maxAge(0).decide(authenticated(null, AUTH_TIME), NOW)).isEqualTo(ALIVE);
        }

        @Test
        void isNotFreshIfItDoesNotKnowWhenItsUserAuthenticated() {
            assertThat(maxAge(300).decide(authenticated(null, null), NOW))
                    .isEqualTo(new Verdict.AuthenticationTooOld(null));
        }

        @Test
        void isToldTheFirstOfSeveralCauses() {
            TokenInContext seen = inContext(detailed(details(List.of(RESOURCE), "silver", null)));
            assertThat(required("payment", "another", OTHER_RESOURCE, "gold").decide(seen, NOW))
                    .isEqualTo(new Verdict.ScopeMissing("payment"));
            assertThat(required("read", "another", OTHER_RESOURCE, "gold").decide(seen, NOW))
                    .isEqualTo(new Verdict.SubjectDiffers());
            assertThat(required("read", "testuser01", OTHER_RESOURCE, "gold").decide(seen, NOW))
                    .isEqualTo(new Verdict.ResourceMissing(OTHER_RESOURCE));
            assertThat(required("read", "testuser01", RESOURCE, "gold").decide(seen, NOW))
                    .isEqualTo(new Verdict.AcrDiffers("silver"));
            assertThat(required("read", "testuser01", RESOURCE, "silver").decide(seen, NOW))
                    .isEqualTo(new Verdict.AuthenticationTooOld(null));
        }
    }

    @Nested
    class ARefreshToken {
        private final Service idempotent = Samples.service(new RefreshPolicy(false, false, false, true, false, false));
        private final Instant rotatedAt = NOW.plusSeconds(10);

        @Test
        void isAliveUntilItExpires() {
            Instant expiry = token.requireRefresh().expiresAt();
            assertThat(refresh(NOTHING, token, expiry.minusMillis(1))).isEqualTo(ALIVE);
            assertThat(refresh(NOTHING, token, expiry)).isEqualTo(new Verdict.Expired(expiry, false));
        }

        @Test
        void endsAndIsLockedWithItsRecord() {
            GrantHead revoked = Samples.head().revoke(new Generation(43), NOW).state();
            assertThat(refresh(NOTHING, inContext(token, revoked), NOW)).isEqualTo(Verdict.Ended.GRANT_ENDED);
            TokenInContext locked = new TokenInContext(
                    token,
                    HeadState.of(Samples.head()),
                    new ClientState(Samples.CLIENT_GENERATION, true, Version.FIRST));
            assertThat(refresh(NOTHING, locked, NOW)).isEqualTo(new Verdict.ClientLocked());
        }

        @Test
        void ofARecordThatHasNoneIsGone() {
            TokenRecord without = Samples.token(Samples.service(), (TokenValue) null, "read");
            assertThat(refresh(NOTHING, without, NOW)).isEqualTo(Verdict.Ended.REPLACED);
        }

        @Test
        void thatWasRotatedIsAliveWhileItsAnswerIsRepeated() {
            TokenInContext after = inContext(rotated());
            Instant late = rotatedAt.plus(PresentedRefreshToken.IDEMPOTENCY_WINDOW);
            assertThat(refresh(NOTHING, after, idempotent, late.minusMillis(1))).isEqualTo(ALIVE);
            assertThat(refresh(NOTHING, after, idempotent, late)).isEqualTo(Verdict.Ended.REPLACED);
        }

        @Test
        void hasTheScopesThatItCanGive() {
            TokenRecord less = token.rescoped(ScopeSet.of("read"), ScopeSet.of("read", "write"), 0);
            assertThat(scopes("write").decide(inContext(less), NOW)).isEqualTo(new Verdict.ScopeMissing("write"));
            assertThat(refresh(scopes("write"), less, NOW)).isEqualTo(ALIVE);
            assertThat(refresh(scopes("payment"), less, NOW)).isEqualTo(new Verdict.ScopeMissing("payment"));
        }

        @Test
        void isForTheResourcesOfItsWholeGrant() {
            TokenRecord narrowed = detailed(TokenDetails.NONE
                    .withTargets(Targets.of(List.of(RESOURCE, OTHER_RESOURCE), null))
                    .narrowed(List.of(RESOURCE), new RequestedDetails.None()));
            assertThat(refresh(Introspection.forResource(OTHER_RESOURCE), narrowed, NOW))
                    .isEqualTo(ALIVE);
            assertThat(refresh(Introspection.forResource("https://third.example.com/"), narrowed, NOW))
                    .isEqualTo(new Verdict.ResourceMissing("https://third.example.com/"));
        }

        private TokenRecord rotated() {
            RefreshRequest request = new RefreshRequest(
                    Samples.REFRESH,
                    idempotent,
                    Samples.client(),
                    null,
                    List.of(),
                    new RequestedDetails.None(),
                    Durations.UNSET,
                    Properties.NONE,
                    null);
            RefreshOutcome outcome = request.decide(
                    inContext(Samples.token(idempotent, "read")),
                    new RefreshRequest.NewValues(
                            new byte[TokenValues.SECRET_BYTES], new byte[TokenValues.SECRET_BYTES]),
                    rotatedAt);
            return ((RefreshOutcome.Refreshed) outcome).token().record();
        }

        private static Verdict refresh(Introspection required, TokenRecord of, Instant now) {
            return refresh(required, inContext(of), now);
        }

        private static Verdict refresh(Introspection required, TokenInContext seen, Instant now) {
            return refresh(required, seen, Samples.service(), now);
        }

        private static Verdict refresh(Introspection required, TokenInContext seen, Service service, Instant now) {
            return required.decide(PresentedRefreshToken.to(service, Samples.REFRESH), seen, service, now);
        }
    }

    @Test
    void anAgeIsNotNegative() {
        assertThat(maxAge(0).maxAge()).isZero();
        assertThatThrownBy(() -> maxAge(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Introspection required(String scope, String subject, String resource, String acr) {
        return new Introspection(List.of(scope), subject, List.of(resource), List.of(acr), 60);
    }

    private static Introspection scopes(String... scopes) {
        return new Introspection(List.of(scopes), null, List.of(), List.of(), 0);
    }

    private static Introspection subject(String subject) {
        return new Introspection(List.of(), subject, List.of(), List.of(), 0);
    }

    private static Introspection resources(String... resources) {
        return new Introspection(List.of(), null, List.of(resources), List.of(), 0);
    }

    private static Introspection acrs(String... acrs) {
        return new Introspection(List.of(), null, List.of(), List.of(acrs), 0);
    }

    private static Introspection maxAge(long seconds) {
        return new Introspection(List.of(), null, List.of(), List.of(), seconds);
    }

    private static TokenInContext withTargets(List<String> resources) {
        return inContext(detailed(TokenDetails.NONE.withTargets(Targets.of(resources, null))));
    }

    private static TokenInContext authenticated(@Nullable String acr, @Nullable Long authTime) {
        return inContext(detailed(details(List.of(), acr, authTime)));
    }

    private static TokenDetails details(List<String> resources, @Nullable String acr, @Nullable Long authTime) {
        return TokenDetails.NONE
                .withTargets(Targets.of(resources, null))
                .withAuthentication(new UserAuthentication(acr, authTime, null));
    }

    private static TokenRecord detailed(TokenDetails details) {
        return Samples.token(Samples.service(), Samples.REFRESH, details, "read");
    }
}
