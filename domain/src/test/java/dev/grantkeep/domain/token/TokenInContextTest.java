package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TokenInContextTest {
    private static final Instant ACCESS_EXPIRY = NOW.plusSeconds(3_600);
    private static final Instant REFRESH_EXPIRY = NOW.plusSeconds(864_000);

    private final TokenRecord token = Samples.token(Samples.service(), "read", "write");
    private final TokenRecord withoutRefresh = Samples.token(Samples.service(), (TokenValue) null, "read");

    @Nested
    class AVerdict {
        @Test
        void isAliveUntilTheAccessTokenExpires() {
            assertThat(inContext(token).verdict(NOW)).isEqualTo(new Verdict.Alive());
            assertThat(inContext(token).verdict(ACCESS_EXPIRY.minusMillis(1))).isEqualTo(new Verdict.Alive());
        }

        @Test
        void isExpiredRefreshableFromThenOn() {
            assertThat(inContext(token).verdict(ACCESS_EXPIRY)).isEqualTo(new Verdict.Expired(ACCESS_EXPIRY, true));
            assertThat(inContext(token).verdict(REFRESH_EXPIRY.minusMillis(1)))
                    .isEqualTo(new Verdict.Expired(ACCESS_EXPIRY, true));
        }

        @Test
        void isExpiredWhenTheRefreshTokenIsTooOrAbsent() {
            assertThat(inContext(token).verdict(REFRESH_EXPIRY)).isEqualTo(new Verdict.Expired(ACCESS_EXPIRY, false));
            assertThat(inContext(withoutRefresh).verdict(ACCESS_EXPIRY))
                    .isEqualTo(new Verdict.Expired(ACCESS_EXPIRY, false));
        }

        @Test
        void isEndedAfter90DaysWithoutUse() {
            Instant unused = NOW.plus(Duration.ofDays(90));
            TokenRecord persistent = persistent();
            assertThat(inContext(persistent).verdict(unused.minusMillis(1))).isEqualTo(new Verdict.Alive());
            assertThat(inContext(persistent).verdict(unused)).isEqualTo(Verdict.Ended.UNUSED);
            assertThat(inContext(persistent.usedAt(unused)).verdict(unused)).isEqualTo(new Verdict.Alive());
        }

        @Test
        void isEndedWhenTheGrantWasRevokedOrIsGone() {
            GrantHead revoked = Samples.head().revoke(new Generation(43), NOW).state();
            assertThat(inContext(token, revoked).verdict(NOW)).isEqualTo(Verdict.Ended.GRANT_ENDED);
            assertThat(context(token, null, client(Samples.CLIENT_GENERATION, false))
                            .verdict(NOW))
                    .isEqualTo(Verdict.Ended.GRANT_ENDED);
        }

        @Test
        void isEndedWhenTheClientIsCutOffOrGone() {
            assertThat(context(token, head(), client(new Generation(0), false)).verdict(NOW))
                    .isEqualTo(Verdict.Ended.CLIENT_CUT_OFF);
            assertThat(context(token, head(), null).verdict(NOW)).isEqualTo(Verdict.Ended.CLIENT_GONE);
        }

        @Test
        void tellsThatTheClientIsLockedUnlessTheTokenEnded() {
            assertThat(context(token, head(), client(Samples.CLIENT_GENERATION, true))
                            .verdict(NOW))
                    .isEqualTo(new Verdict.ClientLocked());
            assertThat(context(token, head(), client(new Generation(0), true)).verdict(NOW))
                    .isEqualTo(Verdict.Ended.CLIENT_CUT_OFF);
        }

        @Test
        void namesTheClientBeforeTheGrantAndTheGrantBeforeTheTime() {
            Instant unused = NOW.plus(Duration.ofDays(90));
            GrantHead revoked = Samples.head().revoke(new Generation(43), NOW).state();
            assertThat(context(token, HeadState.of(revoked), null).verdict(unused))
                    .isEqualTo(Verdict.Ended.CLIENT_GONE);
            assertThat(context(token, HeadState.of(revoked), client(new Generation(0), false))
                            .verdict(unused))
                    .isEqualTo(Verdict.Ended.CLIENT_CUT_OFF);
            assertThat(inContext(token, revoked).verdict(unused)).isEqualTo(Verdict.Ended.GRANT_ENDED);
        }

        @Test
        void saysThatARecordEndedExactlyIfItIsAsIfItHadNeverBeen() {
            assertThat(inContext(token).hasEnded(NOW)).isFalse();
            assertThat(inContext(token).hasEnded(REFRESH_EXPIRY)).isFalse();
            assertThat(context(token, head(), client(Samples.CLIENT_GENERATION, true))
                            .hasEnded(NOW))
                    .isFalse();
            assertThat(inContext(token).hasEnded(NOW.plus(Duration.ofDays(90)))).isTrue();
            assertThat(context(token, null, client(Samples.CLIENT_GENERATION, false))
                            .hasEnded(NOW))
                    .isTrue();
        }

        @Test
        void ofATokenWithoutASubjectDependsOnTheClientAlone() {
            TokenRecord ofNobody = Samples.tokenOfNobody("read");
            assertThat(context(ofNobody, null, client(Samples.CLIENT_GENERATION, false))
                            .verdict(NOW))
                    .isEqualTo(new Verdict.Alive());
            assertThat(context(ofNobody, null, client(new Generation(1), false)).verdict(NOW))
                    .isEqualTo(Verdict.Ended.CLIENT_CUT_OFF);
        }
    }

    @Nested
    class Scopes {
        @Test
        void areTheTokensOwnUntilARewrite() {
            assertThat(inContext(token).scopes()).isEqualTo(ScopeSet.of("read", "write"));
            assertThat(inContext(token).refreshScopes()).isEqualTo(ScopeSet.of("read", "write"));
        }

        @Test
        void areTheRewrittenOnesAfterIt() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("payment"), NOW).state();
            assertThat(inContext(token, rewritten).scopes()).isEqualTo(ScopeSet.of("payment"));
            assertThat(inContext(token, rewritten).refreshScopes()).isEqualTo(ScopeSet.of("payment"));
            assertThat(inContext(
                                    token,
                                    rewritten.rewriteScopes(ScopeSet.EMPTY, NOW).state())
                            .scopes())
                    .isEqualTo(ScopeSet.EMPTY);
        }

        @Test
        void areItsOwnAgainForATokenOfALaterAuthorization() {
            GrantHead rewritten =
                    Samples.head().rewriteScopes(ScopeSet.of("payment"), NOW).state();
            TokenRecord later = Samples.order(Samples.service(), GrantType.AUTHORIZATION_CODE, TokenWish.NONE, "write")
                    .mint(HeadState.of(rewritten), Samples.FRESH, NOW)
                    .token()
                    .record();
            assertThat(inContext(later, rewritten).scopes()).isEqualTo(ScopeSet.of("write"));
            assertThat(inContext(later, rewritten).refreshScopes()).isEqualTo(ScopeSet.of("write"));
        }

        @Test
        void ofATokenWithoutASubjectAreItsOwn() {
            assertThat(context(Samples.tokenOfNobody("read"), null, client(Samples.CLIENT_GENERATION, false))
                            .scopes())
                    .isEqualTo(ScopeSet.of("read"));
        }
    }

    private static TokenInContext context(TokenRecord token, @Nullable HeadState head, @Nullable ClientState client) {
        return new TokenInContext(token, head, client);
    }

    private static HeadState head() {
        return HeadState.of(Samples.head());
    }

    private static ClientState client(Generation generation, boolean locked) {
        return new ClientState(generation, locked, Version.FIRST);
    }

    private static TokenRecord persistent() {
        TokenWish persistent = new TokenWish(Durations.UNSET, true, null, null);
        return Samples.minted(Samples.order(Samples.service(), GrantType.IMPLICIT, persistent, "read"));
    }
}
