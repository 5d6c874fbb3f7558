package dev.grantkeep.domain.token;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static dev.grantkeep.domain.fixture.Samples.REFRESH;
import static dev.grantkeep.domain.fixture.Samples.inContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RefreshOutcome.Refreshed;
import java.time.Instant;
import java.util.List;

/** Refreshes of sample tokens, and the policies by which they go. */
abstract class Refreshing {
    static final RefreshPolicy ROTATE = RefreshPolicy.DEFAULT;
    static final RefreshPolicy ROTATE_WITHIN_LIFE = new RefreshPolicy(false, true, false, false, false, false);
    static final RefreshPolicy KEEP = new RefreshPolicy(true, false, false, false, false, false);
    static final RefreshPolicy KEEP_AND_RENEW = new RefreshPolicy(true, false, true, false, false, false);
    static final RefreshPolicy IDEMPOTENT = new RefreshPolicy(false, false, false, true, false, false);
    static final RefreshPolicy LINKED = new RefreshPolicy(false, true, false, false, true, false);
    static final RefreshPolicy OPENID_DROPPED = new RefreshPolicy(false, false, false, false, false, true);

    static final Instant LATER = NOW.plusSeconds(1_000);
    static final Instant OLD_EXPIRY = NOW.plusSeconds(864_000);
    static final Instant NEW_EXPIRY = LATER.plusSeconds(864_000);

    int freshCount;

    /** Values that are others at each call. */
    RefreshRequest.NewValues fresh() {
        freshCount++;
        byte[] secret = new byte[TokenValues.SECRET_BYTES];
        secret[0] = (byte) freshCount;
        return new RefreshRequest.NewValues(secret, secret);
    }

    static RefreshRequest request(Service service, TokenValue presented) {
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

    RefreshOutcome decide(Service service, TokenRecord token, TokenValue presented, Instant now) {
        return request(service, presented).decide(inContext(token), fresh(), now);
    }

    IssuedToken refresh(Service service, TokenRecord token, TokenValue presented, Instant now) {
        RefreshOutcome outcome = decide(service, token, presented, now);
        assertThat(outcome).isInstanceOf(Refreshed.class);
        return ((Refreshed) outcome).token();
    }

    IssuedToken refreshed(RefreshPolicy policy) {
        Service service = Samples.service(policy);
        return refresh(service, Samples.token(service, "read", "write"), REFRESH, LATER);
    }
}
