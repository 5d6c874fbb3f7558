package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the authorization server makes without a flow. */
@OnEveryStore
final class CreatedTokenTest {
    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    CreatedTokenTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHORIZATION_CODE", "PASSWORD", "CIBA", "DEVICE_CODE", "TOKEN_EXCHANGE", "JWT_BEARER"})
    void ofMostGrantTypesHaveARefreshToken(String grantType) {
        Answer created = create("grantType", grantType, "subject", "user").does("OK");

        assertThat(created.text("grantType")).isEqualTo(grantType);
        client.refresh(created.text("refreshToken")).does("OK");
        assertThat(tenant.clientsOf("user")).containsExactly(client.id());
    }

    @Test
    void ofTheImplicitFlowHaveNoRefreshToken() {
        assertThat(create("grantType", "IMPLICIT", "subject", "user").does("OK").has("refreshToken"))
                .isFalse();
    }

    @Test
    void ofClientCredentialsHaveNeitherSubjectNorRefreshToken() {
        Answer created =
                create("grantType", "CLIENT_CREDENTIALS", "subject", "user").does("OK");

        assertThat(created.text("resultMessage"))
                .isEqualTo("[A109001] An access token was created successfully: client_credentials, client = "
                        + client.id());
        assertThat(created.has("refreshToken")).isFalse();
        assertThat(tenant.introspect(created.text("accessToken")).does("OK").has("subject"))
                .isFalse();
        assertThat(tenant.clientsOf("user")).isEmpty();
    }

    @Test
    void canNameTheirClientByAText() {
        Answer created = tenant.api()
                .post(
                        "auth/token/create",
                        "grantType",
                        "CLIENT_CREDENTIALS",
                        "clientIdentifier",
                        Long.toString(client.id()));

        assertThat(created.does("OK").number("clientId")).isEqualTo(client.id());
    }

    @Test
    void keepWhatIsKnownOfTheAuthenticationAndTheResources() {
        String token = create(
                        "grantType",
                        "AUTHORIZATION_CODE",
                        "subject",
                        "user",
                        "acr",
                        "urn:acr:1",
                        "authTime",
                        1_700_000_000,
                        "resources",
                        List.of("https://rs.example.com/"))
                .does("OK")
                .text("accessToken");

        Answer introspected = tenant.introspect(token).does("OK");
        assertThat(introspected.text("acr")).isEqualTo("urn:acr:1");
        assertThat(introspected.number("authTime")).isEqualTo(1_700_000_000);
        assertThat(standard(token, "https://rs.example.com/")
                        .content()
                        .get("active")
                        .getAsBoolean())
                .isTrue();
        assertThat(standard(token, "https://another.example.com/")
                        .content()
                        .get("active")
                        .getAsBoolean())
                .isFalse();
    }

    @Test
    void takeTheDurationOfTheirScopesUnlessTheCallerSaysOtherwise() {
        tenant.change("supportedScopes", List.of(Tenant.scope("read", 3_600), Tenant.scope("write", 600)));

        Answer computed =
                create("grantType", "AUTHORIZATION_CODE", "subject", "user", "scopes", List.of("read", "write"));
        Answer explicit = create(
                "grantType",
                "AUTHORIZATION_CODE",
                "subject",
                "user",
                "scopes",
                List.of("write"),
                "accessTokenDuration",
                100_000);

        assertThat(computed.number("expiresIn")).isEqualTo(600);
        assertThat(explicit.number("expiresIn")).isEqualTo(100_000);
        assertThat(explicit.number("expiresAt")).isEqualTo(stage.now() + 100_000_000);
    }

    @Test
    void withAValueThatWasGivenBeforeAndRevokedAreRefusedOrWork() {
        Answer first = create("grantType", "CLIENT_CREDENTIALS", "accessToken", "chosen-" + client.id())
                .does("OK");
        tenant.api().delete("auth/token/delete/" + first.text("accessToken")).empty();

        Answer second = create("grantType", "CLIENT_CREDENTIALS", "accessToken", first.text("accessToken"));

        assertThat(second.text("action").equals("OK")).isEqualTo(tenant.works(first.text("accessToken")));
    }

    @Test
    void ofTwoServicesMayHaveTheSameChosenValue() {
        create("grantType", "CLIENT_CREDENTIALS", "accessToken", "the-same-value")
                .does("OK");
        Tenant other = stage.tenant();
        OAuthClient namesake = other.client();
        other.api()
                .post(
                        "auth/token/create",
                        "grantType",
                        "CLIENT_CREDENTIALS",
                        "clientId",
                        namesake.id(),
                        "accessToken",
                        "the-same-value")
                .does("OK");

        assertThat(tenant.introspect("the-same-value").number("clientId")).isEqualTo(client.id());
        assertThat(other.introspect("the-same-value").number("clientId")).isEqualTo(namesake.id());
    }

    private Answer standard(String token, String resourceServer) {
        return tenant.api()
                .post("auth/introspection/standard", "parameters", Form.of("token", token), "rsUri", resourceServer)
                .does("OK");
    }

    private Answer create(Object... members) {
        Object[] request = new Object[members.length + 2];
        request[0] = "clientId";
        request[1] = client.id();
        System.arraycopy(members, 0, request, 2, members.length);
        return tenant.api().post("auth/token/create", request);
    }
}
