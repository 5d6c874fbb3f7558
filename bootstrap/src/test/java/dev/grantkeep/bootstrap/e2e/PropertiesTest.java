package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Extra properties: who sees them and how those of several steps merge. */
@OnEveryStore
final class PropertiesTest {
    private final Tenant tenant;
    private final OAuthClient client;

    PropertiesTest(Stage stage) {
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Test
    void ofTheDecisionAreOverlaidByThoseOfTheTokenRequest() {
        Answer exchanged = token(
                Form.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code(property("a", "1"), property("b", "2")),
                        "redirect_uri",
                        OAuthClient.REDIRECT_URI),
                property("b", "3"),
                property("c", "4"));

        assertThat(properties(exchanged)).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "3", "c", "4"));
        assertThat(exchanged.content("a")).isEqualTo("1");
        assertThat(exchanged.content("b")).isEqualTo("3");
        assertThat(properties(tenant.introspect(exchanged.text("accessToken")))).isEqualTo(properties(exchanged));
    }

    @Test
    void stayOverARefreshAndAreOverlaidByItsOwn() {
        Tokens tokens = Tokens.of(client.exchange(code(property("a", "1"))));

        Answer refreshed =
                token(Form.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()), property("b", "2"));

        assertThat(properties(refreshed)).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "b", "2"));
    }

    @Test
    void ofAClientsOwnTokenAreThoseOfTheRequest() {
        Answer token = token(Form.of("grant_type", "client_credentials"), property("a", "1"));

        assertThat(properties(token)).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void thatAreHiddenNeverReachTheClient() {
        Answer exchanged =
                client.exchange(code(Json.map("key", "secret-note", "value", "hidden-value", "hidden", true)));

        assertThat(exchanged.text("responseContent"))
                .doesNotContain("secret-note")
                .doesNotContain("hidden-value");
        assertThat(properties(exchanged)).isEqualTo(Map.of("secret-note", "hidden-value"));
    }

    @Test
    void withTheNamesOfTheTokenResponseAreDropped() {
        Answer exchanged = client.exchange(code(
                property("access_token", "forged"),
                property("scope", "forged"),
                property("expires_in", "forged"),
                property("id_token", "forged"),
                property("a", "1")));

        assertThat(exchanged.text()).doesNotContain("forged");
        assertThat(properties(exchanged)).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void holdAnyText() {
        String text = "quotes \" and \\, <b>, ünïcödé \uD83D\uDE00, tab\tnewline\n";
        String token = client.create("user", "properties", List.of(property("key ü", text)))
                .text("accessToken");

        assertThat(properties(tenant.introspect(token))).isEqualTo(Map.of("key ü", text));
    }

    private String code(Object... properties) {
        String ticket = client.ticket("response_type", "code", "scope", "read");
        Answer issued = tenant.api()
                .post(
                        "auth/authorization/issue",
                        "ticket",
                        ticket,
                        "subject",
                        "user",
                        "properties",
                        List.of(properties));
        return Form.query(issued.location()).get("code");
    }

    private Answer token(String parameters, Object... properties) {
        return tenant.api()
                .post(
                        "auth/token",
                        "parameters",
                        parameters,
                        "clientId",
                        Long.toString(client.id()),
                        "clientSecret",
                        client.secret(),
                        "properties",
                        List.of(properties))
                .does("OK");
    }

    private static Map<String, Object> property(String key, String value) {
        return Json.map("key", key, "value", value);
    }

    private static Map<String, String> properties(Answer answer) {
        return answer.objects("properties").stream()
                .collect(Collectors.toMap(p -> text(p, "key"), p -> text(p, "value")));
    }

    private static String text(JsonObject property, String member) {
        return property.get(member).getAsString();
    }
}
