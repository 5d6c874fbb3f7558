package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that are unusual but clear: each does what it says. */
@OnEveryStore
final class HarmlessInputTest {
    private final Tenant tenant;
    private final Api api;

    HarmlessInputTest(Stage stage) {
        tenant = stage.tenant();
        api = tenant.api();
    }

    /** A front end behind mutual TLS sends the client's certificate with every call. */
    @Test
    void aProofOrCertificateIsLookedAtForBoundTokensOnly() {
        OAuthClient client = tenant.client();
        for (String name : List.of("clientCertificate", "dpop")) {
            Answer issued = call(client, "auth/token", "grant_type=client_credentials", name)
                    .does("OK");
            assertThat(issued.content("token_type")).isEqualTo("Bearer");
            String token = issued.content("access_token");

            api.post("auth/introspection", "token", token, name, "x").does("OK");
            call(client, "auth/revocation", "token=" + token, name).does("OK");
            assertThat(tenant.works(token)).isFalse();
        }
    }

    private Answer call(OAuthClient client, String endpoint, String parameters, String name) {
        return api.post(
                endpoint,
                "parameters",
                parameters,
                "clientId",
                Long.toString(client.id()),
                "clientSecret",
                client.secret(),
                name,
                "x");
    }

    /** RFC 6749 section 2.3.1: a client encodes them, and some front ends hand them over undecoded. */
    @Test
    void basicCredentialsMayBeFormEncoded() {
        OAuthClient client = tenant.client("clientIdAlias", "al/i as", "clientIdAliasEnabled", true);
        tenant.change("clientIdAliasEnabled", true);
        String secret = "a-b_c%2Dd-e_f".replace("%2D", "-");
        api.post("client/secret/update/" + client.id(), "clientSecret", secret).ok();

        for (String id : List.of(Long.toString(client.id()), "al/i as", encoded("al/i as"))) {
            for (String given : List.of(secret, encoded(secret), secret.replace("_", "%5f"))) {
                authenticate(id, given).does("OK");
            }
        }
        authenticate(Long.toString(client.id()), encoded(secret) + "%2D").does("INVALID_CLIENT", "invalid_client");
        authenticate(Long.toString(client.id()), encoded(encoded(secret))).does("INVALID_CLIENT", "invalid_client");
        authenticate(Long.toString(client.id()), secret + "%").does("INVALID_CLIENT", "invalid_client");
    }

    /** As strict libraries do: every character that is not a letter or digit. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("-", "%2D")
                .replace("_", "%5F");
    }

    private Answer authenticate(String id, String secret) {
        return api.post(
                "auth/token", "parameters", "grant_type=client_credentials", "clientId", id, "clientSecret", secret);
    }

    /** RFC 6749 section 3.1. */
    @Test
    void anEmptyParameterIsAnAbsentOne() {
        OAuthClient client = tenant.client();
        Tokens tokens = client.tokens("user", "read");

        assertThat(api.get("auth/token/get/list?subject=&clientIdentifier=" + client.id() + "&tokenStatus=&start=&end=")
                        .ok()
                        .number("totalCount"))
                .isEqualTo(1);
        assertThat(api.postForm(
                                "auth/token/revoke",
                                "accessTokenIdentifier=&refreshTokenIdentifier=&subject=&clientIdentifier="
                                        + client.id())
                        .ok()
                        .number("count"))
                .isEqualTo(1);
        assertThat(tenant.works(tokens.access())).isFalse();
        api.post("auth/token/revoke", "clientIdentifier", "", "subject", "user").ok();
        api.post("auth/token/revoke", "clientIdentifier", "", "subject", "").refused(400);
    }

    /** curl says that its body is a form unless it is told otherwise. */
    @Test
    void jsonThatIsSentAsAFormIsReadAsJson() {
        Answer created = api.postForm("client/create", " {\"pkceRequired\":true,\"clientName\":\"a=b&c\"}");

        assertThat(created.status()).as(created.text()).isIn(200, 201);
        assertThat(created.flag("pkceRequired")).isTrue();
        assertThat(created.text("clientName")).isEqualTo("a=b&c");
    }

    /** RFC 9449, for a token that is bound to no key. */
    @Test
    void aCallersTokenMayComeByTheDpopScheme() {
        Api bearer = api.dialect() == Dialect.V3 ? api : api.as("Bearer " + tenant.secret());

        Answer answer = bearer.as("DPoP " + tenant.secret()).get("client/get/list");

        assertThat(answer.ok().text()).isEqualTo(bearer.get("client/get/list").text());
        api.as("DPoP wrong").get("client/get/list").refused(401);
    }
}
