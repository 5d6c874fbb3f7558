package dev.grantkeep.adapter.rest.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code auth/introspection} and {@code auth/introspection/standard}. */
class IntrospectionTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service = SERVER.given(
            Services.aService().withAttributes(Attributes.of("a", "b")).build());
    private final Client client =
            SERVER.given(Clients.aClient().of(service).withAlias("my-app").build());

    @Test
    void aGoodTokenIsDescribed() {
        Answer answer = introspect("token", create(), "scopes", List.of("read"), "subject", "user1", "maxAge", 0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("type")).isEqualTo("introspectionResponse");
        assertThat(answer.message()).isEqualTo("[A056001] The access token is valid.");
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.member("responseContent")).isEqualTo("Bearer error=\"invalid_request\"");
        assertThat(answer.member("clientId")).isEqualTo(client.id().toString());
        assertThat(answer.member("clientIdAlias")).isEqualTo("my-app");
        assertThat(answer.member("subject")).isEqualTo("user1");
        assertThat(answer.body())
                .contains("\"existent\":true,\"usable\":true,\"sufficient\":true,\"refreshable\":true")
                .contains("\"scopes\":[\"read\"]")
                .contains("\"scopeDetails\":[{\"name\":\"read\",\"defaultEntry\":false}]")
                .contains("\"properties\":[{\"key\":\"secret\",\"value\":\"s\",\"hidden\":true},")
                .contains("\"serviceAttributes\":[{\"key\":\"a\",\"value\":\"b\"}]")
                .doesNotContain("null");
    }

    @Test
    void aMissingScopeIsToldAsTheResourceServerShallTellIt() {
        Answer answer = introspect("token", create(), "scopes", List.of("write"));
        assertThat(answer.code()).isEqualTo("A064302");
        assertThat(answer.member("action")).isEqualTo("FORBIDDEN");
        assertThat(answer.member("responseContent"))
                .isEqualTo("Bearer error=\"insufficient_scope\",error_description=\"[A064302] The access token does not"
                        + " cover the required scope 'write'.\","
                        + "error_uri=\"https://docs.authlete.com/#A064302\",scope=\"write read\"");
        assertThat(answer.body())
                .contains("\"existent\":true,\"usable\":true,\"sufficient\":false,\"refreshable\":true");
        assertThat(answer.member("subject")).isEqualTo("user1");
    }

    @Test
    void whatIsNoScopeIsNeverCovered() {
        Answer answer = introspect("token", create(), "scopes", List.of("read\"\n"));
        assertThat(answer.member("action")).isEqualTo("FORBIDDEN");
        assertThat(answer.member("responseContent")).matches("[ -~]+").endsWith(",scope=\"read\"");
    }

    @Test
    void anotherSubjectIsForbidden() {
        Answer answer = introspect("token", create(), "subject", "user2");
        assertThat(answer.member("action")).isEqualTo("FORBIDDEN");
        assertThat(answer.member("responseContent")).startsWith("Bearer error=\"invalid_request\",");
    }

    @Test
    void anUnknownTokenDoesNotExist() {
        Answer answer = introspect("token", "unknown token \u00fc");
        assertThat(answer.member("action")).isEqualTo("UNAUTHORIZED");
        assertThat(answer.message()).isEqualTo("[A057302] The access token does not exist.");
        assertThat(answer.member("responseContent")).startsWith("Bearer error=\"invalid_token\",");
        assertThat(answer.body()).contains("\"existent\":false");
    }

    @Test
    void anExpiredTokenThatCanBeRefreshedSaysSo() {
        String token = create();
        update("accessToken", token, "accessTokenExpiresAt", 1000);
        Answer answer = introspect("token", token);
        assertThat(answer.code()).isEqualTo("A065301");
        assertThat(answer.member("action")).isEqualTo("UNAUTHORIZED");
        assertThat(answer.member("responseContent")).endsWith(",scope=\"read\"");
        assertThat(answer.body())
                .contains("\"existent\":true,\"usable\":false,\"sufficient\":false,\"refreshable\":true");
        update("accessToken", token, "refreshTokenExpiresAt", 1000);
        assertThat(introspect("token", token).member("action")).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void aLockedClientsTokenIsUnauthorized() {
        String token = create();
        SERVER.v2(service).post("/client/lock_flag/update/" + client.id(), "{\"clientLocked\":true}");
        Answer answer = introspect("token", token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("action")).isEqualTo("UNAUTHORIZED");
    }

    /** RFC 9470 section 3. */
    @Test
    void aStrongerOrFresherAuthenticationCanBeDemanded() {
        long now = SERVER.clock().now().getEpochSecond();
        String token = create("acr", "urn:basic", "authTime", now - 100);
        Answer acr = introspect("token", token, "acrValues", List.of("urn:strong", "urn:stronger"));
        assertThat(acr.member("action")).isEqualTo("UNAUTHORIZED");
        assertThat(acr.member("responseContent"))
                .startsWith("Bearer error=\"insufficient_user_authentication\",")
                .endsWith(",acr_values=\"urn:strong urn:stronger\"");
        Answer age = introspect("token", token, "maxAge", 99);
        assertThat(age.member("responseContent")).endsWith(",max_age=\"99\"");
        Answer good = introspect("token", token, "maxAge", 100, "acrValues", List.of("urn:basic"));
        assertThat(good.member("action")).isEqualTo("OK");
        assertThat(good.member("acr")).isEqualTo("urn:basic");
        assertThat(good.member("authTime")).isEqualTo(Long.toString(now - 100));
        assertThat(introspect("token", create(), "maxAge", 100).member("action"))
                .isEqualTo("UNAUTHORIZED");
    }

    @Test
    void aTokenForOneResourceIsNotForAnother() {
        String token = create("resources", List.of("https://api.example.com/a"));
        assertThat(introspect("token", token, "resources", List.of("https://api.example.com/a"))
                        .member("action"))
                .isEqualTo("OK");
        Answer answer = introspect("token", token, "resources", List.of("https://api.example.com/b"));
        assertThat(answer.member("action")).isEqualTo("FORBIDDEN");
        assertThat(answer.member("responseContent")).startsWith("Bearer error=\"invalid_target\",");
        assertThat(introspect("token", create(), "resources", List.of("https://api.example.com/b"))
                        .member("action"))
                .isEqualTo("OK");
    }

    @Test
    void aProofOrCertificateIsNotLookedAtForATokenThatIsBoundToNone() {
        String token = create();
        assertThat(introspect("token", token, "dpop", "proof").member("action")).isEqualTo("OK");
        assertThat(introspect("token", token, "clientCertificate", "pem").member("action"))
                .isEqualTo("OK");
    }

    @Test
    void badCallsAreBadRequests() {
        for (Answer answer : List.of(introspect(), introspect("token", ""), introspect("token", "x", "maxAge", -1))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(answer.member("responseContent"))
                    .startsWith("Bearer error=\"invalid_request\",error_description=");
        }
    }

    /** RFC 7662 section 2.2. */
    @Test
    void theStandardAnswerTellsTheResourceServer() {
        Answer answer = standard("token=" + create("authTime", 5, "acr", "x") + "&token_type_hint=access_token");
        assertThat(answer.message())
                .isEqualTo("[A145001] Introspection was performed successfully (type=access_token, active=true).");
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.member("responseContent"))
                .matches("\\{\"active\":true,\"scope\":\"read\",\"client_id\":\"" + client.id()
                        + "\",\"token_type\":\"Bearer\",\"sub\":\"user1\",\"iss\":\"https://as.example.com\",\"exp\":[0-9]{10},"
                        + "\"acr\":\"x\",\"auth_time\":5,\"shown\":\"v\"\\}");
    }

    @Test
    void hiddenPropertiesAreToldOnRequestOnly() {
        String parameters = "token=" + create();
        assertThat(standard(parameters).member("responseContent")).doesNotContain("secret");
        assertThat(standard(parameters, "withHiddenProperties", true).member("responseContent"))
                .contains("\"secret\":\"s\"");
    }

    @Test
    void noPropertyTakesAnotherMembersPlace() {
        Answer answer = standard("token="
                + create(
                        "properties",
                        Json.read("[{\"key\":\"active\",\"value\":\"x\"},{\"key\":\"sub\",\"value\":\"root\"}]")));
        assertThat(answer.member("responseContent"))
                .startsWith("{\"active\":true,")
                .contains("\"sub\":\"user1\"");
    }

    @Test
    void anUnknownTokenIsInactive() {
        Answer answer = standard("token=unknown", "introspectionSignAlg", "ES256", "publicKeyForEncryption", "x");
        assertThat(answer.member("action")).isEqualTo("OK");
        assertThat(answer.message()).endsWith("active=false).");
        assertThat(answer.member("responseContent")).isEqualTo("{\"active\":false}");
    }

    @Test
    void aTokenForAnotherResourceServerIsInactive() {
        String parameters = "token=" + create("resources", List.of("https://a.example"));
        assertThat(standard(parameters, "rsUri", "https://a.example").member("responseContent"))
                .contains("\"aud\":[\"https://a.example\"]");
        assertThat(standard(parameters, "rsUri", "https://b.example").member("responseContent"))
                .isEqualTo("{\"active\":false}");
    }

    @Test
    void aJwtIsRefused() {
        Answer answer = standard("token=x", "httpAcceptHeader", "application/token-introspection+jwt");
        assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
        assertThat(answer.member("responseContent")).startsWith("{\"error\":\"invalid_request\",");
        assertThat(standard("token=x", "httpAcceptHeader", "application/json").member("action"))
                .isEqualTo("OK");
    }

    @Test
    void badStandardCallsAreToldApart() {
        assertThat(standard("token=%zz").member("action")).isEqualTo("BAD_REQUEST");
        assertThat(standard("token=a&token=b").member("action")).isEqualTo("BAD_REQUEST");
        assertThat(standard("").member("action")).isEqualTo("BAD_REQUEST");
        Answer missing = SERVER.v2(service).post("/auth/introspection/standard", "{}");
        assertThat(missing.status()).isEqualTo(200);
        assertThat(missing.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
    }

    private String create(Object... more) {
        List<Object> fields = new ArrayList<>(List.of(
                "grantType",
                "AUTHORIZATION_CODE",
                "clientId",
                client.id().value(),
                "subject",
                "user1",
                "scopes",
                List.of("read"),
                "properties",
                Json.read(
                        "[{\"key\":\"secret\",\"value\":\"s\",\"hidden\":true},{\"key\":\"shown\",\"value\":\"v\"}]")));
        fields.addAll(Arrays.asList(more));
        Answer answer = SERVER.v2(service).post("/auth/token/create", Fields.of(fields.toArray()));
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("OK");
        return answer.member("accessToken");
    }

    private void update(Object... fields) {
        SERVER.v2(service).post("/auth/token/update", Fields.of(fields));
    }

    private Answer introspect(Object... fields) {
        return SERVER.v2(service).post("/auth/introspection", Fields.of(fields));
    }

    private Answer standard(String parameters, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("parameters", parameters));
        fields.addAll(Arrays.asList(more));
        return SERVER.v2(service).post("/auth/introspection/standard", Fields.of(fields.toArray()));
    }
}
