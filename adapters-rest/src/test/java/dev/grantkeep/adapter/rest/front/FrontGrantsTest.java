package dev.grantkeep.adapter.rest.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.FrontPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants of the ready front that end elsewhere than at a page for login and consent. */
class FrontGrantsTest {
    private static final RestServer SERVER = RestServer.shared();

    private final Service service = SERVER.given(aService().build());
    private final Client client = SERVER.given(Clients.aClient().of(service).build());

    private static Services aService() {
        return Services.aService()
                .withGrantTypes(GrantType.PASSWORD, GrantType.DEVICE_CODE, GrantType.CLIENT_CREDENTIALS)
                .withAttributes(new Attributes(List.of(new Attribute(FrontPolicy.ENABLED, "true"))))
                .with("deviceVerificationUri", "https://as.example.com/device");
    }

    private HttpResponse<String> post(String endpoint, String form) {
        String pair = client.id() + ":" + client.secret().value();
        return SERVER.http(
                "POST",
                "/oauth/" + service.id() + endpoint,
                form,
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode metadata(Service of) {
        return Json.read(SERVER.http("GET", "/oauth/" + of.id() + "/.well-known/openid-configuration", null)
                .body());
    }

    @Test
    void nobodyIsThereWhoCouldCheckAPassword() {
        HttpResponse<String> refused = post("/token", "grant_type=password&username=anna&password=geheim-4711");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.read(refused.body()).get("error").getStringValue()).isEqualTo("unsupported_grant_type");
        assertThat(refused.body()).doesNotContain("geheim-4711", "ticket");
        assertThat(post("/token", "grant_type=client_credentials").statusCode()).isEqualTo(200);
    }

    @Test
    void theMetadataNameWhatIsThere() {
        JsonNode document = metadata(service);
        assertThat(document.get("grant_types_supported").values().toString()).doesNotContain("password");
        assertThat(document.get("device_authorization_endpoint").getStringValue())
                .isEqualTo("https://as.example.com/device_authorization");
        Service without = SERVER.given(
                aService().withGrantTypes(GrantType.CLIENT_CREDENTIALS).build());
        assertThat(metadata(without).get("device_authorization_endpoint")).isNull();
        Service elsewhere = SERVER.given(
                aService().with("tokenEndpoint", "https://as.example.com/token").build());
        assertThat(Json.writeText(metadata(elsewhere).get("grant_types_supported")))
                .contains("\"password\"");
    }

    @Test
    void aDeviceGetsItsCodes() {
        HttpResponse<String> started = post("/device_authorization", "scope=read");
        assertThat(started.statusCode()).isEqualTo(200);
        assertThat(started.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode codes = Json.read(started.body());
        assertThat(codes.get("user_code").getStringValue()).hasSize(10);
        HttpResponse<String> pending = post(
                "/token",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
                        + codes.get("device_code").getStringValue());
        assertThat(pending.statusCode()).isEqualTo(400);
        assertThat(Json.read(pending.body()).get("error").getStringValue()).isEqualTo("authorization_pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope=%22", "a=b&a=c", "scope=%zz", "request=x"})
    void aRequestOfADeviceThatIsWrongIsRefused(String form) {
        HttpResponse<String> refused = post("/device_authorization", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.read(refused.body()).get("error").getStringValue()).startsWith("invalid_");
    }
}
