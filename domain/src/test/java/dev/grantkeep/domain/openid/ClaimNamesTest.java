package dev.grantkeep.domain.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.scope.ScopeSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimNamesTest {
    @Test
    void aScopeAsksForClaims() {
        assertThat(ClaimNames.of(ScopeSet.of("openid", "email", "phone")))
                .containsExactly("email", "email_verified", "phone_number", "phone_number_verified");
        assertThat(ClaimNames.of(ScopeSet.of("profile")))
                .contains("name", "updated_at")
                .hasSize(14);
    }

    @Test
    void thoseThatAreRequestedFollowAndEachStandsOnce() {
        assertThat(ClaimNames.of(ScopeSet.of("address"), List.of("custom", "address", "custom")))
                .containsExactly("address", "custom");
    }

    @Test
    void thoseOfTheProtocolAreSetByTheIssuerAlone() {
        assertThat(ClaimNames.of(ScopeSet.EMPTY, List.of("iss", "sub", "c_hash", "name")))
                .containsExactly("name");
    }
}
