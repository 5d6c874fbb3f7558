package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The sweeper reclaims what is dead and nothing that is alive. */
@OnEveryStore
final class SweepTest {
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    SweepTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
        stage.app().sweep();
    }

    @Test
    void expiredTokensLeaveAndOthersStay() {
        client.tokens("user", "read");
        stage.later(Duration.ofDays(5));
        Tokens alive = client.tokens("user", "read");
        stage.later(Duration.ofDays(5));

        assertThat(stage.app().sweep()).isPositive();

        assertThat(tenant.stored()).isEqualTo(1);
        client.refresh(alive.refresh()).does("OK");
    }

    @Test
    void aTokenWhoseRefreshTokenLivesStays() {
        Tokens tokens = client.tokens("user", "read");
        stage.later(Duration.ofDays(9));

        stage.app().sweep();

        client.refresh(tokens.refresh()).does("OK");
    }

    @Test
    void revokedTokensLeaveAndNewerOnesOfTheSamePairStay() {
        client.tokens("user", "read");
        client.tokens("user", "read");
        tenant.api().delete("client/authorization/delete/" + client.id() + "/user");
        Tokens alive = client.tokens("user", "read");

        assertThat(stage.app().sweep()).isGreaterThanOrEqualTo(2);

        assertThat(tenant.works(alive.access())).isTrue();
        assertThat(tenant.stored()).isEqualTo(1);
        assertThat(stage.app().sweep()).isZero();
    }

    @Test
    void whatADeletedClientLeftBehindLeaves() {
        client.tokens("user", "read");
        OAuthClient other = tenant.client();
        Tokens alive = other.tokens("user", "read");
        tenant.api().delete("client/delete/" + client.id());

        assertThat(stage.app().sweep()).isPositive();

        assertThat(tenant.works(alive.access())).isTrue();
        assertThat(tenant.stored()).isEqualTo(1);
    }

    @Test
    void pushedRequestsThatNobodyUsedLeave() {
        client.handle("response_type", "code");
        stage.later(Duration.ofSeconds(599));
        stage.app().sweep();
        assertThat(stage.app().sweep()).isZero();
        stage.later(Duration.ofSeconds(2));

        assertThat(stage.app().sweep()).isPositive();
    }

    @Test
    void aPendingCodeAndTheMemoryOfConsentStay() {
        String code = client.code("user", "read");
        stage.later(Duration.ofSeconds(599));

        stage.app().sweep();

        client.exchange(code).does("OK");
        tenant.api().delete("client/authorization/delete/" + client.id() + "/user");
        stage.later(Duration.ofDays(100));
        stage.app().sweep();
        assertThat(tenant.api()
                        .get("client/granted_scopes/get/" + client.id() + "/user")
                        .texts("mergedGrantedScopes"))
                .containsExactly("read");
    }
}
