package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attributes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples of "Token duration per scope" and "Token duration per client". */
class ImplicitFlowTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service = SERVER.given(Services.aService()
            .withIssuer(null)
            .withAccessDuration(86_400)
            .withScopes(scope("read", "3600"), scope("write", "600"), Scope.named("openid"))
            .build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());
    private final Browser browser = new Browser(SERVER.v2(service));
    private static final String OPENID = "&response_type=token&scope=openid&redirect_uri="
            + URLEncoder.encode(Clients.REDIRECT_URI, StandardCharsets.UTF_8);

    @Test
    void withoutScopesTheServicesDurationIsUsed() {
        assertIssued(browser.allow(client, "&response_type=token"), 86_400, "");
    }

    @Test
    void theReadScopesDurationIsUsed() {
        assertIssued(browser.allow(client, "&response_type=token&scope=read"), 3600, "read");
    }

    @Test
    void theWriteScopesDurationIsUsed() {
        assertIssued(browser.allow(client, "&response_type=token&scope=write"), 600, "write");
    }

    @Test
    void ofTwoScopesTheShorterDurationIsUsed() {
        assertIssued(browser.allow(client, "&response_type=token&scope=read+write"), 600, "read+write");
    }

    @Test
    void aClientsOwnDurationIsUsed() {
        Client second = SERVER.given(
                Clients.aClient().of(service).withAccessDuration(3000).build());
        assertIssued(browser.allow(client, OPENID), 86_400, "openid");
        assertIssued(browser.allow(second, OPENID), 3000, "openid");
    }

    @Test
    void theAuthorizationServersDurationWins() {
        assertIssued(browser.allow(client, "&response_type=token", "accessTokenDuration", 7), 7, "");
    }

    @Test
    void visiblePropertiesAndTheStateFollowTheScopes() {
        Answer answer = browser.allow(
                client,
                "&response_type=token&scope=read&state=a%20b",
                "properties",
                Json.read("[{\"key\":\"k\",\"value\":\"v w\"},{\"key\":\"h\",\"value\":\"x\",\"hidden\":true},"
                        + "{\"key\":\"state\",\"value\":\"forged\"}]"));
        assertThat(answer.member("responseContent")).endsWith("&scope=read&k=v+w&state=a+b");
    }

    @Test
    void noPropertyTakesTheStatesPlace() {
        Answer answer = browser.allow(
                client, "&response_type=token", "properties", Json.read("[{\"key\":\"state\",\"value\":\"forged\"}]"));
        assertThat(answer.member("responseContent")).endsWith("&scope=");
    }

    @Test
    void aConfiguredIssuerIsTold() {
        Service named = SERVER.given(Services.aService().build());
        Client itsClient = SERVER.given(Clients.aClient().of(named).build());
        assertThat(new Browser(SERVER.v3(named))
                        .allow(itsClient, "&response_type=token&state=x")
                        .member("responseContent"))
                .endsWith("&scope=&state=x&iss=https%3A%2F%2Fas.example.com");
    }

    private static void assertIssued(Answer answer, long seconds, String scope) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("authorizationIssueResponse");
        assertThat(answer.message()).isEqualTo("[A040001] The authorization request was processed successfully.");
        assertThat(answer.member("action")).isEqualTo("LOCATION");
        assertThat(answer.member("accessTokenDuration")).isEqualTo(Long.toString(seconds));
        assertThat(answer.member("responseContent"))
                .isEqualTo("https://client.example.org/cb/example.com#access_token=" + answer.member("accessToken")
                        + "&token_type=Bearer&expires_in=" + seconds + "&scope=" + scope);
    }

    private static Scope scope(String name, String seconds) {
        return Scope.named(name).with(Attributes.of("access_token.duration", seconds));
    }
}
