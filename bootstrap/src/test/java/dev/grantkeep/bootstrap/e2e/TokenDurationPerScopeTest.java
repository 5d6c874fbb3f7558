package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** "Token duration per scope": a service of 86,400 seconds, a read scope of 3,600 and a write scope of 600. */
@OnEveryStore
final class TokenDurationPerScopeTest {
    private final Stage stage;
    private final OAuthClient client;

    TokenDurationPerScopeTest(Stage stage) {
        this.stage = stage;
        client = stage.tenant(
                        "accessTokenDuration",
                        86_400,
                        "issSuppressed",
                        true,
                        "supportedScopes",
                        List.of(Tenant.scope("read", 3_600), Tenant.scope("write", 600)))
                .client();
    }

    @Test
    void aRequestWithNoScopesGetsTheDurationOfTheService() {
        String ticket = client.ticket("response_type", "token");

        answers(client.issue(ticket, "testuser01"), 86_400, "");
    }

    @Test
    void readGetsTheDurationOfTheReadScope() {
        answers(client.implicit("testuser01", "read"), 3_600, "read");
    }

    @Test
    void writeGetsTheDurationOfTheWriteScope() {
        answers(client.implicit("testuser01", "write"), 600, "write");
    }

    @Test
    void readAndWriteGetTheDurationOfTheWriteScope() {
        answers(client.implicit("testuser01", "read write"), 600, "read+write");
    }

    @Test
    void theFormRequestAnswersAsTheJsonRequest() {
        String parameters = Form.of("response_type", "token", "client_id", client.id(), "scope", "read write");
        Answer authorization = client.api()
                .postForm("auth/authorization", Form.of("parameters", parameters))
                .does("INTERACTION");

        Answer issued = client.api()
                .postForm(
                        "auth/authorization/issue",
                        Form.of("ticket", authorization.text("ticket"), "subject", "testuser01"));

        answers(issued, 600, "read+write");
    }

    private void answers(Answer issued, long seconds, String scope) {
        issued.does("LOCATION").says("A040001");
        if (stage.dialect() == Dialect.V2) {
            assertThat(issued.text("type")).isEqualTo("authorizationIssueResponse");
        }
        assertThat(issued.number("accessTokenDuration")).isEqualTo(seconds);
        assertThat(issued.number("accessTokenExpiresAt")).isEqualTo(stage.now() + seconds * 1_000);
        assertThat(issued.text("accessToken")).matches("[A-Za-z0-9_-]{64}");
        assertThat(issued.text("responseContent"))
                .isEqualTo("https://client.example.org/cb/example.com#access_token=" + issued.text("accessToken")
                        + "&token_type=Bearer&expires_in=" + seconds + "&scope=" + scope);
    }
}
