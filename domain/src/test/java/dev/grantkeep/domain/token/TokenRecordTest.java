package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TokenRecordTest {
    private static final Instant IN_AN_HOUR = NOW.plusSeconds(3_600);
    private static final Instant IN_A_YEAR = NOW.plus(Duration.ofDays(365));

    @Test
    void neverIsTheEndOf9999() {
        assertThat(TokenRecord.NEVER).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void isPurgedWhenBothTokensAreExpired() {
        assertThat(record(IN_AN_HOUR, null).purgeAt()).isEqualTo(IN_AN_HOUR);
        assertThat(record(IN_AN_HOUR, NOW).purgeAt()).isEqualTo(IN_AN_HOUR);
        assertThat(record(NOW, IN_AN_HOUR).purgeAt()).isEqualTo(IN_AN_HOUR);
    }

    @Test
    void isPurgedAfter90DaysWithoutUse() {
        Instant unused = NOW.plus(Duration.ofDays(90));
        assertThat(record(TokenRecord.NEVER, null).purgeAt()).isEqualTo(unused);
        assertThat(record(NOW, IN_A_YEAR).purgeAt()).isEqualTo(unused);
        assertThat(record(TokenRecord.NEVER, null).usedAt(IN_AN_HOUR).purgeAt()).isEqualTo(unused.plusSeconds(3_600));
    }

    @Test
    void aUseIsWorthNotingOnceADay() {
        TokenRecord token = record(IN_AN_HOUR, null);
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(token.useIsWorthNoting(tomorrow.minusMillis(1))).isFalse();
        assertThat(token.useIsWorthNoting(tomorrow)).isTrue();
        assertThat(token.usedAt(tomorrow).useIsWorthNoting(tomorrow)).isFalse();
    }

    @Test
    void notingAUseChangesNothingElse() {
        TokenRecord token = record(IN_AN_HOUR, IN_A_YEAR);
        assertThat(token.usedAt(IN_AN_HOUR).version()).isEqualTo(token.version());
        assertThat(token.usedAt(IN_AN_HOUR).usedAt(token.lastUsedAt())).isEqualTo(token);
    }

    @Test
    void isRefreshableUntilTheRefreshTokenExpires() {
        assertThat(record(NOW, null).isRefreshable(NOW)).isFalse();
        assertThat(record(NOW, IN_AN_HOUR).isRefreshable(IN_AN_HOUR.minusMillis(1)))
                .isTrue();
        assertThat(record(NOW, IN_AN_HOUR).isRefreshable(IN_AN_HOUR)).isFalse();
    }

    @Test
    void hasAGrantExactlyIfItHasASubject() {
        assertThat(record(NOW, null).grantKey())
                .isEqualTo(new GrantKey(Samples.SERVICE, Samples.CLIENT, Samples.SUBJECT));
        assertThat(record(null, null, NOW, null).grantKey()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> record(Samples.SUBJECT, null, NOW, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(null, Samples.head().standing(), NOW, null));
    }

    @Test
    void onlyNeverIsPersistent() {
        assertThat(new AccessPart(Samples.ACCESS.hash(), TokenRecord.NEVER).isPersistent())
                .isTrue();
        assertThat(new AccessPart(Samples.ACCESS.hash(), TokenRecord.NEVER.minusMillis(1)).isPersistent())
                .isFalse();
    }

    private static TokenRecord record(Instant accessExpiry, @Nullable Instant refreshExpiry) {
        return record(Samples.SUBJECT, Samples.head().standing(), accessExpiry, refreshExpiry);
    }

    private static TokenRecord record(
            @Nullable Subject subject,
            @Nullable GrantStanding grant,
            Instant accessExpiry,
            @Nullable Instant refreshExpiry) {
        return new TokenRecord(
                Samples.ID,
                Samples.SERVICE,
                Samples.CLIENT,
                subject,
                GrantType.AUTHORIZATION_CODE,
                new Standing(Samples.CLIENT_GENERATION, grant),
                new AccessPart(Samples.ACCESS.hash(), accessExpiry),
                refreshExpiry == null
                        ? null
                        : new RefreshPart(Samples.REFRESH.hash(), refreshExpiry, ScopeSet.EMPTY, null),
                ScopeSet.EMPTY,
                Properties.NONE,
                TokenDetails.NONE,
                NOW,
                null,
                NOW,
                Version.FIRST);
    }
}
