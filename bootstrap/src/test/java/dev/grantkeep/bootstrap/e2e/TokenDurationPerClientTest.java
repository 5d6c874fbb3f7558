package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** "Token duration per client": a service of 86,400 seconds, a client that sets none and one of 3,000. */
@OnEveryStore
final class TokenDurationPerClientTest {
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client1;
    private final OAuthClient client2;

    TokenDurationPerClientTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant("accessTokenDuration", 86_400, "issSuppressed", true);
        client1 = tenant.client("clientName", "Client 1");
        client2 = tenant.client("clientName", "Client 2", "extension", Json.map("accessTokenDuration", 3_000));
    }

    @Test
    void client1GetsTheDurationOfTheService() {
        answers(client1.implicit("testuser01", "openid"), 86_400);
    }

    @Test
    void client2GetsItsOwnDuration() {
        answers(client2.implicit("testuser01", "openid"), 3_000);
    }

    @Test
    void aLongerDurationOfTheClientCountsForAServiceOf30Alone() {
        OAuthClient longer = tenant.client("extension", Json.map("accessTokenDuration", 100_000));

        answers(longer.implicit("testuser01", "openid"), stage.dialect() == Dialect.V2 ? 86_400 : 100_000);
    }

    @Test
    void anExplicitDurationOfTheRequestWins() {
        String ticket = client2.ticket("response_type", "token", "scope", "openid");
        Answer issued = tenant.api()
                .post(
                        "auth/authorization/issue",
                        "ticket",
                        ticket,
                        "subject",
                        "testuser01",
                        "accessTokenDuration",
                        100_000);

        answers(issued, 100_000);
    }

    @Nested
    class UnderTheRuleOfTheMostSpecific {
        @Test
        void aLongerDurationOfTheClientCounts() {
            mostSpecific();
            OAuthClient longer = tenant.client("extension", Json.map("accessTokenDuration", 100_000));

            answers(longer.implicit("testuser01", "openid"), 100_000);
        }

        @Test
        void aLongerDurationOfAScopeCountsUnlessTheClientSetsOne() {
            mostSpecific();
            tenant.change("supportedScopes", java.util.List.of(Tenant.scope("openid", 100_000)));

            answers(client1.implicit("testuser01", "openid"), 100_000);
            answers(client2.implicit("testuser01", "openid"), 3_000);
        }

        private void mostSpecific() {
            tenant.change(
                    "attributes",
                    java.util.List.of(Json.map("key", "grantkeep.duration_rule", "value", "most_specific")));
        }
    }

    private void answers(Answer issued, long seconds) {
        issued.does("LOCATION").says("A040001");
        if (stage.dialect() == Dialect.V2) {
            assertThat(issued.text("type")).isEqualTo("authorizationIssueResponse");
        }
        assertThat(issued.number("accessTokenDuration")).isEqualTo(seconds);
        assertThat(issued.text("responseContent"))
                .isEqualTo("https://client.example.org/cb/example.com#access_token=" + issued.text("accessToken")
                        + "&token_type=Bearer&expires_in=" + seconds + "&scope=openid");
    }
}
