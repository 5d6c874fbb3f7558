package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code auth/authorization}, {@code issue} and {@code fail}. */
class AuthorizationTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String CODE = "&response_type=code";

    private final Service service = SERVER.given(
            Services.aService().withIssuer("https://as.example.com").build());
    private final Client client =
            SERVER.given(Clients.aClient().of(service).withAlias("my-app").build());
    private final Browser browser = new Browser(SERVER.v2(service));

    @Test
    void aValidRequestGetsATicket() {
        Answer answer = browser.ask(
                client,
                CODE + "&scope=read+unknown&ui_locales=en+ja&acr_values=a&login_hint=joe&max_age=5&display=popup");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("authorizationResponse");
        assertThat(answer.message())
                .isEqualTo("[A004001] Authlete has successfully issued a ticket to the service (API Key = "
                        + service.id() + ") for the authorization request from the client (ID = " + client.id()
                        + "). [response_type=code, openid=false]");
        assertThat(answer.member("action")).isEqualTo("INTERACTION");
        assertThat(answer.member("ticket")).hasSize(43);
        assertThat(answer.member("display")).isEqualTo("POPUP");
        assertThat(answer.member("maxAge")).isEqualTo("5");
        assertThat(answer.member("loginHint")).isEqualTo("joe");
        assertThat(answer.json().get("client").get("clientId").getLongValue())
                .isEqualTo(client.id().value());
        assertThat(answer.json().get("service").get("apiKey").getLongValue())
                .isEqualTo(service.id().value());
        assertThat(answer.body())
                .contains("\"scopes\":[{\"name\":\"read\",\"defaultEntry\":false}]")
                .contains("\"uiLocales\":[\"en\",\"ja\"]", "\"acrs\":[\"a\"]", "\"clientIdAliasUsed\":false")
                .doesNotContain("null");
    }

    @Test
    void parametersWithoutAValueCountAsAbsent() {
        Answer answer = browser.ask(client, CODE + "&resource=&state=&scope=&redirect_uri=&prompt=");
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("INTERACTION");
        assertThat(answer.member("resources")).isNull();
    }

    @Test
    void threeZeroShowsLessOfTheClient() {
        Answer answer =
                SERVER.v3(service).post("/auth/authorization", Fields.of("parameters", "client_id=my-app" + CODE));
        assertThat(answer.json().get("client").get("clientSecret")).isNull();
        assertThat(answer.body()).contains("\"clientIdAliasUsed\":true").doesNotContain("\"type\"");
    }

    @Test
    void withoutAPageNobodyInteracts() {
        Answer answer = browser.ask(client, CODE + "&prompt=none");
        assertThat(answer.member("action")).isEqualTo("NO_INTERACTION");
        assertThat(answer.member("lowestPrompt")).isEqualTo("NONE");
        assertThat(answer.body()).contains("\"prompts\":[\"NONE\"]");
    }

    @Test
    void aMissingRequestIsTheCallersFault() {
        Answer answer = SERVER.v2(service).post("/auth/authorization", Fields.of("context", "x"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
        assertThat(answer.message())
                .isEqualTo("[A004201] The authorization request from the service does not contain 'parameters'"
                        + " parameter.");
        assertThat(answer.member("responseContent")).startsWith("{\"error\":\"server_error\",");
    }

    @Test
    void anUntrustedRedirectUriIsNeverRedirectedTo() {
        for (String query : List.of(
                CODE + "&redirect_uri=https%3A%2F%2Fevil.example%2F",
                CODE + "&redirect_uri=https%3A%2F%2Fclient.example.org%2Fcb%2Fexample.com%20x",
                CODE + "&redirect_uri=%",
                "")) {
            Answer answer = browser.ask(client, query);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("action")).as(query).isEqualTo("BAD_REQUEST");
            assertThat(answer.member("responseContent")).startsWith("{\"error\":\"invalid_request\",");
        }
        assertThat(browser.ask(client, CODE + "&redirect_uri=x%22y").message())
                .isEqualTo("[A011304] The value of 'redirect_uri' (x%22y) is not registered.");
    }

    @Test
    void anUnknownClientIsRefused() {
        Answer answer = SERVER.v2(service).post("/auth/authorization", Fields.of("parameters", "client_id=99" + CODE));
        assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(answer.message()).isEqualTo("[A010302] The client that 'client_id' names (99) does not exist.");
    }

    @Test
    void otherErrorsGoToTheClient() {
        Answer answer = browser.ask(client, CODE + "&registration=x&state=s");
        assertThat(answer.member("action")).isEqualTo("LOCATION");
        assertThat(answer.member("responseContent"))
                .startsWith("https://client.example.org/cb/example.com?error=registration_not_supported"
                        + "&error_description=%5BA009321%5D+The+")
                .endsWith(
                        "&error_uri=https%3A%2F%2Fdocs.authlete.com%2F%23A009321&state=s&iss=https%3A%2F%2Fas.example.com");
        assertThat(URI.create(answer.member("responseContent"))).isNotNull();
    }

    @Test
    void errorsOfATokenRequestGoIntoTheFragment() {
        assertThat(browser.ask(client, "&response_type=token&prompt=x").member("responseContent"))
                .startsWith("https://client.example.org/cb/example.com#error=invalid_request&");
    }

    @Test
    void aClientCanAskForAForm() {
        Answer refused = browser.ask(client, CODE + "&response_mode=form_post&prompt=x");
        assertThat(refused.member("action")).isEqualTo("FORM");
        assertThat(refused.member("responseContent")).contains("name=\"error\" value=\"invalid_request\"");
        Answer issued = browser.allow(client, CODE + "&response_mode=form_post&state=%22%3E");
        assertThat(issued.member("action")).isEqualTo("FORM");
        assertThat(issued.member("responseContent"))
                .contains("name=\"code\" value=\"" + issued.member("authorizationCode") + "\"")
                .contains("name=\"state\" value=\"&quot;&gt;\"");
    }

    @Test
    void membersOfErrorsCanBeLeftOut() {
        Service terse = SERVER.given(Services.aService()
                .withIssuer(null)
                .with("errorDescriptionOmitted", true)
                .with("errorUriOmitted", true)
                .build());
        Client itsClient = SERVER.given(Clients.aClient().of(terse).build());
        assertThat(new Browser(SERVER.v2(terse))
                        .ask(itsClient, CODE + "&prompt=x")
                        .member("responseContent"))
                .isEqualTo("https://client.example.org/cb/example.com?error=invalid_request");
    }

    @Test
    void theIssuerCanBeSuppressed() {
        Service quiet =
                SERVER.given(Services.aService().with("issSuppressed", true).build());
        Client itsClient = SERVER.given(Clients.aClient().of(quiet).build());
        assertThat(new Browser(SERVER.v2(quiet))
                        .allow(itsClient, CODE + "&state=s")
                        .member("responseContent"))
                .endsWith("&state=s");
    }

    @Test
    void aCodeIsIssued() {
        Answer answer = browser.allow(client, CODE + "&state=s");
        assertThat(answer.member("action")).isEqualTo("LOCATION");
        assertThat(answer.member("responseContent"))
                .isEqualTo("https://client.example.org/cb/example.com?code=" + answer.member("authorizationCode")
                        + "&state=s&iss=https%3A%2F%2Fas.example.com");
        assertThat(answer.member("accessToken")).isNull();
        assertThat(answer.member("accessTokenDuration")).isEqualTo("0");
        assertThat(answer.member("accessTokenExpiresAt")).isEqualTo("0");
    }

    @Test
    void aCodeAndATokenAreIssuedTogether() {
        Answer answer = browser.allow(client, "&response_type=code+token&scope=read");
        assertThat(answer.member("responseContent"))
                .contains("#code=" + answer.member("authorizationCode") + "&access_token="
                        + answer.member("accessToken"));
    }

    @Test
    void nothingIsIssuedForNone() {
        Answer answer = browser.allow(client, "&response_type=none&state=s");
        assertThat(answer.member("responseContent"))
                .isEqualTo("https://client.example.org/cb/example.com?state=s&iss=https%3A%2F%2Fas.example.com");
    }

    @Test
    void aTicketWorksOnce() {
        String ticket = browser.ask(client, CODE).member("ticket");
        assertThat(browser.issue(ticket).member("action")).isEqualTo("LOCATION");
        Answer again = browser.issue(ticket);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(browser.fail(ticket, "reason", "DENIED").member("action")).isEqualTo("BAD_REQUEST");
    }

    @Test
    void aBadDecisionIsTheCallersFaultAndLeavesTheTicketGood() {
        String ticket = browser.ask(client, "&response_type=token").member("ticket");
        for (Answer answer : List.of(
                browser.issue(""),
                browser.issue(ticket, "subject", ""),
                browser.issue(ticket, "subject", "u".repeat(101)),
                browser.issue(ticket, "authTime", -1),
                browser.issue(ticket, "accessToken", "a b"),
                browser.fail("", "reason", "DENIED"),
                browser.fail(ticket),
                browser.fail(ticket, "reason", "BORED"))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(answer.member("responseContent")).startsWith("{\"error\":\"server_error\",");
        }
        assertThat(browser.issue(ticket, "accessToken", "chosen-" + client.id()).member("accessToken"))
                .isEqualTo("chosen-" + client.id());
    }

    @Test
    void aNoIsToldToTheClient() {
        Answer answer = browser.fail(browser.ask(client, CODE + "&state=s").member("ticket"), "reason", "DENIED");
        assertThat(answer.member("type")).isEqualTo("authorizationFailResponse");
        assertThat(answer.message()).isEqualTo("[A060306] The end-user denied the authorization request.");
        assertThat(answer.member("action")).isEqualTo("LOCATION");
        assertThat(answer.member("responseContent"))
                .startsWith(
                        "https://client.example.org/cb/example.com?error=access_denied&error_description=%5BA060306%5D+")
                .endsWith("&state=s&iss=https%3A%2F%2Fas.example.com");
    }

    @Test
    void aNoCanBeDescribed() {
        Answer answer = browser.fail(
                browser.ask(client, CODE).member("ticket"), "reason", "SERVER_ERROR", "description", "Out of tea.");
        assertThat(answer.member("responseContent")).contains("?error=server_error&error_description=Out+of+tea.&");
    }

    @Test
    void aLockedClientIsStopped() {
        Client locked =
                SERVER.given(Clients.aClient().of(service).thatIsLocked().build());
        Answer answer = browser.ask(locked, CODE);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("[A001215] /auth/authorization, The client (ID = " + locked.id() + ") is locked.");
    }

    @Test
    void unreadableCallsAreHttpErrors() {
        assertThat(SERVER.v2(service).post("/auth/authorization", "{").status()).isEqualTo(400);
        assertThat(SERVER.v2(service)
                        .send("POST", "/auth/authorization", "text/plain", "parameters=x")
                        .status())
                .isEqualTo(415);
        assertThat(SERVER.anonymous().post("/auth/authorization", "{").status()).isEqualTo(401);
    }
}
