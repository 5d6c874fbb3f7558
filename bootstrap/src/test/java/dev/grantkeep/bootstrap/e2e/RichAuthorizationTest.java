package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rich authorization requests (RFC 9396): what a client asks for in detail, on its way into the tokens. */
@OnEveryStore
final class RichAuthorizationTest {
    private static final String PAYMENT = """
            [{"type":"payment","actions":["initiate"],"locations":["https://bank.example/"],"datatypes":["x"],\
            "identifier":"i","privileges":["p"],"instructedAmount":{"currentSettings":"EUR","amount":"12.50"}}]""";
    private static final String PAYMENT_ELEMENTS = """
            {"elements":[{"type":"payment","actions":["initiate"],"locations":["https://bank.example/"],\
            "dataTypes":["x"],"identifier":"i","privileges":["p"],\
            "otherFields":"{\\"instructedAmount\\":{\\"currentSettings\\":\\"EUR\\",\\"amount\\":\\"12.50\\"}}"}]}""";
    private static final Map<String, Object> ACCOUNT =
            Json.map("elements", List.of(Json.map("type", "account", "otherFields", "{\"iban\":\"DE1\"}")));
    private static final String ACCOUNT_FOR_THE_CLIENT = "[{\"type\":\"account\",\"iban\":\"DE1\"}]";

    private final Tenant tenant;
    private final OAuthClient client;

    RichAuthorizationTest(Stage stage) {
        tenant = stage.tenant("supportedAuthorizationDetailsTypes", List.of("payment", "account"));
        client = tenant.client();
    }

    @Test
    void whatIsAskedForIsInTheTicketTheTokenAndItsSuccessors() {
        Answer asked = client.request("response_type", "code", "authorization_details", PAYMENT);
        assertThat(asked.does("INTERACTION").object("authorizationDetails")).isEqualTo(Json.parse(PAYMENT_ELEMENTS));

        Tokens tokens = Tokens.of(client.exchange(client.codeFor(asked.text("ticket"), "user")));

        has(tokens, PAYMENT, PAYMENT_ELEMENTS);
        has(client.refreshed(tokens), PAYMENT, PAYMENT_ELEMENTS);
    }

    @Test
    void aNumberThatNoReaderCanHoldIsRefusedWhereverItStands() {
        for (String number : List.of("1e999", "-1e999", "1e99999999999", "[[1e400]]")) {
            String details = "[{\"type\":\"payment\",\"n\":" + number + "}]";
            Answer asked = client.request("response_type", "code", "authorization_details", details);
            assertThat(Form.query(asked.location())).containsEntry("error", "invalid_authorization_details");
            Tokens tokens = client.tokens("user", "read");
            client.refresh(tokens.refresh(), "authorization_details", details)
                    .does("BAD_REQUEST", "invalid_authorization_details");
            String others = "{\"n\":" + number + "}";
            client.create(
                            "user",
                            "authorizationDetails",
                            Json.map("elements", List.of(Json.map("type", "payment", "otherFields", others))))
                    .does("BAD_REQUEST");
        }
    }

    @Test
    void whatTheUserGrantsInsteadTakesItsPlace() {
        String ticket = client.ticket("response_type", "code", "authorization_details", PAYMENT);
        Answer issued = client.api()
                .post("auth/authorization/issue", "ticket", ticket, "subject", "user", "authorizationDetails", ACCOUNT);

        Tokens tokens = Tokens.of(client.exchange(issued.text("authorizationCode")));

        has(tokens, ACCOUNT_FOR_THE_CLIENT, Json.text(ACCOUNT));
        has(client.refreshed(tokens), ACCOUNT_FOR_THE_CLIENT, Json.text(ACCOUNT));
    }

    @Test
    void theUserMayGrantNone() {
        String ticket = client.ticket("response_type", "code", "authorization_details", PAYMENT);
        Answer issued = client.api()
                .post(
                        "auth/authorization/issue",
                        "ticket",
                        ticket,
                        "subject",
                        "user",
                        "authorizationDetails",
                        Json.map("elements", List.of()));

        Tokens tokens = Tokens.of(client.exchange(issued.text("authorizationCode")));

        assertThat(tokens.answer().content().has("authorization_details")).isFalse();
        assertThat(standard(tokens.access()).has("authorization_details")).isFalse();
    }

    @Test
    void thoseOfACreatedTokenAreInItsRefresh() {
        Answer created = client.create("user", "authorizationDetails", ACCOUNT).does("OK");

        Tokens tokens = Tokens.of(client.refresh(created.text("refreshToken")));

        has(tokens, ACCOUNT_FOR_THE_CLIENT, Json.text(ACCOUNT));
    }

    @Test
    void theImplicitFlowTellsThemToo() {
        String ticket = client.ticket("response_type", "token", "authorization_details", PAYMENT);

        Map<String, String> told = Form.fragment(client.issue(ticket, "user").location());

        assertThat(Json.parse(told.get("authorization_details"))).isEqualTo(Json.parse(PAYMENT));
    }

    @Test
    void aClientMayAskForItself() {
        Answer answer = client.token("grant_type", "client_credentials", "authorization_details", PAYMENT)
                .does("OK");
        assertThat(answer.content().get("authorization_details")).isEqualTo(Json.parse(PAYMENT));
        assertThat(standard(answer.content("access_token")).get("authorization_details"))
                .isEqualTo(Json.parse(PAYMENT));
        client.token("grant_type", "client_credentials", "authorization_details", "[{\"type\":\"other\"}]")
                .does("BAD_REQUEST", "invalid_authorization_details");
        client.token("grant_type", "client_credentials", "authorization_details", "[1]")
                .does("BAD_REQUEST", "invalid_authorization_details");
    }

    @Test
    void aTypeThatTheServiceDoesNotKnowIsRefused() {
        typeIsRefused("other");
        tenant.change("supportedAuthorizationDetailsTypes", List.of("account"));
        typeIsRefused("payment");
        tenant.change("supportedAuthorizationDetailsTypes", List.of());
        typeIsRefused("account");
    }

    @Test
    void aTypeThatTheClientMayNotUseIsRefused() {
        client.change("authorizationDetailsTypes", List.of("account"));
        typeIsRefused("payment");
        client.ticket("response_type", "code", "authorization_details", "[{\"type\":\"account\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{}",
                "{\"type\":\"payment\"}",
                "[1]",
                "[[]]",
                "[{}]",
                "[{\"type\":1}]",
                "[{\"type\":\"\"}]",
                "[{\"type\":\"payment\"},{}]",
                "[{\"type\":\"payment\",\"actions\":\"initiate\"}]",
                "[{\"type\":\"payment\",\"identifier\":[]}]",
                "[{\"type\":\"payment\"}",
                "[{\"type\":\"payment\"}] x"
            })
    void whatIsNoArrayOfDetailsIsRefused(String details) {
        Answer answer = client.request("response_type", "code", "authorization_details", details);
        assertThat(Form.query(answer.location())).containsEntry("error", "invalid_authorization_details");
    }

    @Test
    void aTokenRequestMayRepeatThemAndAskForNoOthers() {
        String code = client.code("user", "authorization_details", PAYMENT);
        client.exchange(code, "authorization_details", "[{\"type\":\"account\"}]")
                .does("BAD_REQUEST", "invalid_authorization_details");
        Tokens tokens = Tokens.of(client.exchange(code, "authorization_details", PAYMENT));
        client.refresh(tokens.refresh(), "authorization_details", "[{\"type\":\"account\"}]")
                .does("BAD_REQUEST", "invalid_authorization_details");

        has(Tokens.of(client.refresh(tokens.refresh(), "authorization_details", PAYMENT)), PAYMENT, PAYMENT_ELEMENTS);
    }

    @Test
    void thoseOfACallerMustBeSuchThatAClientCanBeTold() {
        for (Object details : List.of(
                Json.map("elements", 1),
                Json.map("elements", List.of(1)),
                Json.map("elements", List.of(Json.map("actions", List.of()))),
                Json.map("elements", List.of(Json.map("type", "a", "otherFields", "x"))),
                Json.map("type", "payment"))) {
            client.create("user", "authorizationDetails", details).does("BAD_REQUEST");
        }
        assertThat(tenant.stored()).isZero();
    }

    private void typeIsRefused(String type) {
        Answer answer =
                client.request("response_type", "code", "authorization_details", "[{\"type\":\"" + type + "\"}]");
        answer.says("A249302");
        assertThat(Form.query(answer.location())).containsEntry("error", "invalid_authorization_details");
    }

    private void has(Tokens tokens, String forTheClient, String forTheApi) {
        JsonElement details = Json.parse(forTheClient);
        assertThat(tokens.answer().content().get("authorization_details")).isEqualTo(details);
        assertThat(tokens.answer().object("authorizationDetails")).isEqualTo(Json.parse(forTheApi));
        assertThat(tenant.introspect(tokens.access()).object("authorizationDetails"))
                .isEqualTo(Json.parse(forTheApi));
        assertThat(standard(tokens.access()).get("authorization_details")).isEqualTo(details);
        assertThat(standard(tokens.refresh()).get("authorization_details")).isEqualTo(details);
    }

    private JsonObject standard(String token) {
        return client.api()
                .post("auth/introspection/standard", "parameters", Form.of("token", token))
                .does("OK")
                .content();
    }
}
