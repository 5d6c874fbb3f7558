package dev.grantkeep.adapter.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.domain.token.ExpiresIn;
import dev.grantkeep.domain.token.TokenRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiresInTest {
    private static final Instant T = Instant.parse("2026-01-01T00:00:00.500Z");

    @Test
    void aNewTokenLivesFromItsCreation() {
        assertThat(ExpiresIn.ofAccess(token().build())).hasValue(600);
    }

    @Test
    void aRefreshedTokenLivesFromItsLastRefresh() {
        assertThat(ExpiresIn.ofAccess(
                        token().withLastRefreshedAt(T.plusSeconds(100)).build()))
                .hasValue(500);
    }

    @Test
    void aTokenGivenOutOnceMoreHasAged() {
        assertThat(ExpiresIn.ofAccess(token().build(), T.plusMillis(59_001))).hasValue(541);
        assertThat(ExpiresIn.ofAccess(token().build(), T.plusSeconds(601))).hasValue(0);
    }

    @Test
    void aPersistentTokenHasNoDuration() {
        assertThat(ExpiresIn.ofAccess(
                        token().withAccessExpiresAt(TokenRecord.NEVER).build()))
                .isEmpty();
    }

    private static Tokens token() {
        return Tokens.aToken().withCreatedAt(T).withLastRefreshedAt(null).withAccessExpiresAt(T.plusSeconds(600));
    }
}
