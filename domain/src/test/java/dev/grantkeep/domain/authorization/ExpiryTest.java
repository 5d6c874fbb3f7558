package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tickets and codes are expired from their expiry on. */
final class ExpiryTest {
    @Test
    void ofATicket() {
        Ticket ticket = new Ticket(Samples.ACCESS.hash(), Samples.SERVICE, request(), NOW);
        assertThat(ticket.isExpired(NOW.minusMillis(1))).isFalse();
        assertThat(ticket.isExpired(NOW)).isTrue();
    }

    @Test
    void ofACode() {
        assertThat(code(null).isExpired(NOW.minusMillis(1))).isFalse();
        assertThat(code(null).isExpired(NOW)).isTrue();
    }

    @Test
    void aCodeIsRedeemedOnceItBecameAToken() {
        assertThat(code(null).isRedeemed()).isFalse();
        assertThat(code(Samples.ID).isRedeemed()).isTrue();
        assertThat(code(null).becoming(Samples.ID)).isEqualTo(code(Samples.ID));
    }

    private static AuthorizationRequest request() {
        return Samples.request("https://client.example.org/cb", true, ScopeSet.EMPTY, null, Targets.NONE);
    }

    private static AuthorizationCode code(@Nullable TokenId redeemedAs) {
        return new AuthorizationCode(
                Samples.ACCESS.hash(),
                Samples.SERVICE,
                request(),
                Samples.SUBJECT,
                ScopeSet.EMPTY,
                new Standing(Samples.CLIENT_GENERATION, Samples.head().standing()),
                Properties.NONE,
                TokenDetails.NONE,
                IdTokenContent.NONE,
                NOW.minusSeconds(600),
                NOW,
                redeemedAs);
    }
}
