package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.ID;
import static dev.grantkeep.domain.fixture.Samples.KEY;
import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PresentedRefreshTokenTest {
    private static final RefreshPolicy IDEMPOTENT = new RefreshPolicy(false, false, false, true, false, false);

    private final Service service = Samples.service();
    private final TokenRecord token = Samples.token(service, "read");
    private final Instant refreshEnds = refreshEnds(token);

    private static Instant refreshEnds(TokenRecord token) {
        return token.requireRefresh().expiresAt();
    }

    private static PresentedRefreshToken presented(TokenValue value) {
        return new PresentedRefreshToken(value, KEY);
    }

    @Test
    void theCurrentOneIsGoodUntilItExpires() {
        PresentedRefreshToken current = PresentedRefreshToken.to(service, REFRESH);
        assertThat(current.isCurrentOf(token)).isTrue();
        assertThat(current.isOf(token)).isTrue();
        assertThat(current.isGood(token, service, refreshEnds.minusMillis(1))).isTrue();
        assertThat(current.isGood(token, service, refreshEnds)).isFalse();
    }

    @Test
    void oneThatTheRecordHadIsItsButNotGood() {
        PresentedRefreshToken former = presented(TokenValues.refresh(ID, secret(9), KEY));
        assertThat(former.isCurrentOf(token)).isFalse();
        assertThat(former.isOf(token)).isTrue();
        assertThat(former.namedRecord()).contains(ID);
        assertThat(former.isGood(token, service, NOW)).isFalse();
    }

    @Test
    void oneThatWasMadeUpIsNobodys() {
        assertThat(presented(new TokenValue("made-up")).isOf(token)).isFalse();
        assertThat(presented(new TokenValue("made-up")).isGood(token, service, NOW))
                .isFalse();
    }

    @Test
    void aRecordWithoutARefreshTokenHasNone() {
        TokenRecord without = Samples.token(service, (TokenValue) null, "read");
        assertThat(presented(REFRESH).isOf(without)).isFalse();
        assertThat(presented(REFRESH).isCurrentOf(without)).isFalse();
        assertThat(presented(REFRESH).isGood(without, service, NOW)).isFalse();
    }

    @Test
    void onlyAnIdempotentServiceTakesTheOneJustUsed() {
        assertThat(justUsed(service).isGood(rotated(service), service, NOW.plusSeconds(1)))
                .isFalse();
        Service idempotent = Samples.service(IDEMPOTENT);
        TokenRecord rotated = rotated(idempotent);
        Instant end = NOW.plus(PresentedRefreshToken.IDEMPOTENCY_WINDOW);
        assertThat(justUsed(idempotent).isGood(rotated, idempotent, end.minusMillis(1)))
                .isTrue();
        assertThat(justUsed(idempotent).isGood(rotated, idempotent, end)).isFalse();
        assertThat(justUsed(idempotent).isGood(rotated, idempotent, NOW.minus(Duration.ofSeconds(30))))
                .isTrue();
    }

    private static PresentedRefreshToken justUsed(Service service) {
        return PresentedRefreshToken.to(service, REFRESH);
    }

    /** After its first refresh, now: the next refresh token is derived from the first. */
    private static TokenRecord rotated(Service service) {
        RefreshRequest.NewValues fresh = new RefreshRequest.NewValues(secret(1), secret(1));
        RefreshRequest request = new RefreshRequest(
                REFRESH,
                service,
                Samples.client(),
                null,
                List.of(),
                new RequestedDetails.None(),
                Durations.UNSET,
                Properties.NONE,
                null);
        TokenRecord before = Samples.token(service, "read");
        return ((RefreshOutcome.Refreshed) request.decide(Samples.inContext(before), fresh, NOW))
                .token()
                .record();
    }

    @Test
    void oneWithoutATagClaimsTheRecordOfItsId() {
        TokenValue untagged = TokenValue.of(Arrays.copyOf(ID.bytes(), 32));
        assertThat(presented(untagged).claimedRecord()).contains(ID);
        assertThat(presented(untagged).namedRecord()).isEmpty();
        assertThat(presented(TokenValue.of(new byte[32])).claimedRecord()).isEmpty();
        assertThat(presented(REFRESH).claimedRecord()).isEmpty();
    }

    private static byte[] secret(int first) {
        byte[] secret = new byte[TokenValues.SECRET_BYTES];
        secret[0] = (byte) first;
        return secret;
    }
}
