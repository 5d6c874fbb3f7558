package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TokenChangeTest {
    private static final Instant LATER = NOW.plusSeconds(1_000);
    private static final Instant SOME_TIME = NOW.plusSeconds(77);

    private final Service service = Samples.service();
    private final TokenRecord token = Samples.token(service, "read", "write");

    private TokenRecord apply(TokenChange change) {
        return change.applyTo(inContext(token), Samples.client(), service, LATER)
                .state();
    }

    @Test
    void itIsAnEvent() {
        assertThat(nothing().applyTo(inContext(token), Samples.client(), service, LATER))
                .isEqualTo(Change.of(apply(nothing()), Event.Kind.TOKEN_CHANGED, LATER));
    }

    private static TokenChange nothing() {
        return new TokenChange(null, null, null, null, false, false, false, null, null, false);
    }

    private static TokenChange expiry(@Nullable Instant access, @Nullable Instant refresh, boolean persistent) {
        return new TokenChange(access, refresh, null, null, false, false, persistent, null, null, false);
    }

    private static TokenChange scopes(ScopeSet scopes) {
        return new TokenChange(null, null, scopes, null, false, false, false, null, null, false);
    }

    private static TokenChange followingScopes(@Nullable Instant access, ScopeSet scopes) {
        return new TokenChange(access, null, scopes, null, true, true, false, null, null, false);
    }

    @Test
    void anEmptyChangeIsOnlyAUse() {
        TokenRecord changed = apply(nothing());
        assertThat(changed.version()).isEqualTo(token.version().next());
        assertThat(changed.lastUsedAt()).isEqualTo(LATER);
        assertThat(changed.access()).isEqualTo(token.access());
        assertThat(changed.refresh()).isEqualTo(token.refresh());
        assertThat(changed.scopes()).isEqualTo(token.scopes());
        assertThat(changed.standing()).isEqualTo(token.standing());
        assertThat(changed.properties()).isEqualTo(token.properties());
        assertThat(changed.details()).isEqualTo(token.details());
        assertThat(changed.lastRefreshedAt()).isNull();
    }

    @Nested
    class Expiry {
        @Test
        void isSetAsAsked() {
            TokenRecord changed = apply(expiry(SOME_TIME, NOW.plusSeconds(88), false));
            assertThat(changed.access().expiresAt()).isEqualTo(SOME_TIME);
            assertThat(changed.refresh().expiresAt()).isEqualTo(NOW.plusSeconds(88));
        }

        @Test
        void mayBeInThePast() {
            assertThat(apply(expiry(NOW.minusSeconds(5), null, false)).access().expiresAt())
                    .isEqualTo(NOW.minusSeconds(5));
        }

        @Test
        void isNotAfter9999() {
            assertThat(apply(expiry(TokenRecord.NEVER, null, false)).access().isPersistent())
                    .isTrue();
            Instant tooLate = TokenRecord.NEVER.plusMillis(1);
            assertThatIllegalArgumentException().isThrownBy(() -> expiry(tooLate, null, false));
            assertThatIllegalArgumentException().isThrownBy(() -> expiry(null, tooLate, false));
        }

        @Test
        void persistentBeatsAnExpiry() {
            assertThat(apply(expiry(SOME_TIME, null, true)).access().isPersistent())
                    .isTrue();
        }

        @Test
        void unPersistingNeedsANewExpiry() {
            TokenRecord persistent = apply(expiry(null, null, true));
            assertThat(nothing()
                            .applyTo(inContext(persistent), Samples.client(), service, LATER)
                            .state()
                            .access()
                            .isPersistent())
                    .isTrue();
            assertThat(expiry(SOME_TIME, null, false)
                            .applyTo(inContext(persistent), Samples.client(), service, LATER)
                            .state()
                            .access()
                            .expiresAt())
                    .isEqualTo(SOME_TIME);
        }

        @Test
        void ofARefreshTokenThatIsNotThereIsIgnored() {
            TokenRecord without = Samples.token(service, (TokenValue) null, "read");
            assertThat(expiry(null, SOME_TIME, false)
                            .applyTo(inContext(without), Samples.client(), service, LATER)
                            .state()
                            .refresh())
                    .isNull();
        }
    }

    @Nested
    class Scopes {
        @Test
        void areReplacedForBothTokens() {
            TokenRecord changed = apply(scopes(ScopeSet.of("openid")));
            assertThat(changed.scopes()).isEqualTo(ScopeSet.of("openid"));
            assertThat(changed.refresh().scopes()).isEqualTo(ScopeSet.of("openid"));
        }

        @Test
        void thatTheServiceOrClientDoesNotHaveAreIgnored() {
            assertThat(apply(scopes(ScopeSet.of("read", "unknown"))).scopes()).isEqualTo(ScopeSet.of("read"));
            Client restricted = Samples.client(Durations.UNSET, ScopeSet.of("write"));
            assertThat(scopes(ScopeSet.of("read", "write"))
                            .applyTo(inContext(token), restricted, service, LATER)
                            .state()
                            .scopes())
                    .isEqualTo(ScopeSet.of("write"));
        }

        @Test
        void canAllBeTakenAway() {
            assertThat(apply(scopes(ScopeSet.EMPTY)).scopes()).isEqualTo(ScopeSet.EMPTY);
        }

        @Test
        void countFromThenOnAgainstAnOlderRewrite() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("read"), NOW).state();
            TokenRecord changed = scopes(ScopeSet.of("write"))
                    .applyTo(inContext(token, rewritten), Samples.client(), service, LATER)
                    .state();
            assertThat(inContext(changed, rewritten).scopes()).isEqualTo(ScopeSet.of("write"));
            GrantHead again =
                    rewritten.rewriteScopes(ScopeSet.of("read"), LATER).state();
            assertThat(inContext(changed, again).scopes()).isEqualTo(ScopeSet.of("read"));
        }

        @Test
        void aChangeOfSomethingElseDoesNotUndoARewrite() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("read"), NOW).state();
            TokenRecord changed = expiry(SOME_TIME, null, false)
                    .applyTo(inContext(token, rewritten), Samples.client(), service, LATER)
                    .state();
            assertThat(inContext(changed, rewritten).scopes()).isEqualTo(ScopeSet.of("read"));
            assertThat(inContext(changed, rewritten).refreshScopes()).isEqualTo(ScopeSet.of("read"));
        }
    }

    @Nested
    class ExpiryThatFollowsTheScopes {
        private final Service service = Samples.service(
                RefreshPolicy.DEFAULT,
                Durations.ofSeconds(100, 100, 0),
                Samples.scope("read", "access_token.duration", "3600"),
                Samples.scope("write", "access_token.duration", "600"),
                Samples.scope("long", "refresh_token.duration", "7777"),
                Samples.scopes("plain")[0]);
        private final TokenRecord token = Samples.token(service, "read");

        private TokenRecord apply(TokenChange change) {
            return change.applyTo(inContext(token), Samples.client(Durations.ofSeconds(5, 5, 5), null), service, LATER)
                    .state();
        }

        @Test
        void isTheShortestOfTheNewScopesFromNowAndAsksNoOtherLevel() {
            TokenRecord changed = apply(followingScopes(null, ScopeSet.of("read", "write", "long")));
            assertThat(changed.access().expiresAt()).isEqualTo(LATER.plusSeconds(600));
            assertThat(changed.refresh().expiresAt()).isEqualTo(LATER.plusSeconds(7_777));
        }

        @Test
        void staysWithoutAnAttribute() {
            TokenRecord changed = apply(followingScopes(null, ScopeSet.of("plain")));
            assertThat(changed.access().expiresAt()).isEqualTo(token.access().expiresAt());
            assertThat(changed.refresh().expiresAt()).isEqualTo(token.refresh().expiresAt());
        }

        @Test
        void staysWhenTheScopesDoNotChange() {
            TokenRecord changed = apply(followingScopes(null, ScopeSet.of("read", "unknown")));
            assertThat(changed.access().expiresAt()).isEqualTo(token.access().expiresAt());
        }

        @Test
        void yieldsToAnExplicitExpiry() {
            assertThat(apply(followingScopes(SOME_TIME, ScopeSet.of("write")))
                            .access()
                            .expiresAt())
                    .isEqualTo(SOME_TIME);
        }

        @Test
        void isNotTouchedWithoutTheFlag() {
            assertThat(apply(scopes(ScopeSet.of("write"))).access().expiresAt())
                    .isEqualTo(token.access().expiresAt());
        }
    }

    @Test
    void propertiesAreReplacedAltogether() {
        Properties some = new Properties(List.of(new Property("a", "1", false)));
        TokenRecord with = apply(new TokenChange(null, null, null, some, false, false, false, null, null, false));
        assertThat(with.properties()).isEqualTo(some);
        TokenRecord cleared = new TokenChange(null, null, null, Properties.NONE, false, false, false, null, null, false)
                .applyTo(inContext(with), Samples.client(), service, LATER)
                .state();
        assertThat(cleared.properties()).isEqualTo(Properties.NONE);
    }

    @Test
    void aNewAccessTokenLeavesTheRefreshToken() {
        TokenValue fresh = new TokenValue("fresh");
        TokenRecord changed = apply(new TokenChange(null, null, null, null, false, false, false, fresh, null, false));
        assertThat(changed.access())
                .isEqualTo(new AccessPart(fresh.hash(), token.access().expiresAt()));
        assertThat(changed.refresh()).isEqualTo(token.refresh());
        assertThat(changed.id()).isEqualTo(token.id());
    }

    @Test
    void detailsAreSetAndNeverCleared() {
        TokenRecord changed = apply(new TokenChange(null, null, null, null, false, false, false, null, "[]", true));
        assertThat(changed.details().targets().authorizationDetails()).isEqualTo("[]");
        assertThat(changed.details().forExternalAttachment()).isTrue();
        assertThat(nothing()
                        .applyTo(inContext(changed), Samples.client(), service, LATER)
                        .state()
                        .details())
                .isEqualTo(changed.details());
    }
}
