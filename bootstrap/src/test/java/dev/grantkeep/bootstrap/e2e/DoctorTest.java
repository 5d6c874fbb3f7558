package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the doctor finds at a running server. */
final class DoctorTest {
    private final Stage stage = new Stage(StoreMode.H2, Dialect.V3);

    @Test
    void clockThatIsSkewedMustBeMended() {
        Console skewed = Console.ahead(stage, Duration.ofSeconds(90));

        assertThat(skewed.run("doctor", "--no-issuers")).isEqualTo(ExitCode.FINDINGS.number());

        assertThat(findings(skewed, "clock")).singleElement().satisfies(finding -> {
            assertThat(text(finding, "severity")).isEqualTo("MEND");
            assertThat(text(finding, "what")).contains("s behind this machine's");
            assertThat(text(finding, "mend")).contains("NTP");
        });
    }

    @Test
    void clockThatAgreesIsFine() {
        assertThat(findings(Console.ahead(stage, Duration.ZERO), "clock"))
                .extracting(finding -> text(finding, "severity"))
                .containsExactly("OK");
    }

    @Test
    void keyThatHasEndedMustBeMendedAndOneThatEndsSoonIsWarnedOf() {
        Tenant tenant = stage.tenant(
                "jwks",
                jwks(
                        ec("past", Instant.now().minusSeconds(60)),
                        ec("soon", Instant.now().plusSeconds(86_400))));

        assertThat(told(tenant)).anyMatch(line -> line.matches("MEND: the key \"past\" has ended at .*"));
        assertThat(told(tenant)).anyMatch(line -> line.matches("WARNING: the key \"soon\" ends at .*"));
    }

    @Test
    void keyThatLacksMustBeMended() {
        Tenant tenant = stage.tenant("accessTokenSignAlg", "ES384", "jwks", jwks(ec("one", null)));

        assertThat(told(tenant)).anyMatch(line -> line.contains("no key of the service can sign by it"));
    }

    @Test
    void issuerThatIsNotServedMustBeMended() {
        Tenant tenant = stage.tenant("issuer", stage.app().uri() + "/nobody");

        assertThat(told(tenant)).anyMatch(line -> line.contains("its metadata are not served at its issuer"));
    }

    @Test
    void issuerThatIsServedElsewhereMustBeMended() {
        Tenant served = stage.tenant(
                "attributes",
                List.of(
                        attribute("grantkeep.front", "true"),
                        attribute("grantkeep.front.login_uri", "https://a.example/login")));
        served.change("issuer", "https://elsewhere.example.com");
        Tenant tenant = stage.tenant("issuer", stage.app().uri() + "/oauth/" + served.id());

        assertThat(told(tenant)).anyMatch(line -> line.contains("its issuer") && line.startsWith("MEND"));
    }

    @Test
    void issuerThatIsServedIsFine() {
        Tenant tenant = stage.tenant(
                "attributes",
                List.of(
                        attribute("grantkeep.front", "true"),
                        attribute("grantkeep.front.login_uri", "https://a.example/login")));
        tenant.change("issuer", stage.app().uri() + "/oauth/" + tenant.id());

        assertThat(told(tenant)).contains("OK: its issuer is where it is served");
    }

    @Test
    void whatIsDemandedAndRefusedMustBeMended() {
        Tenant tenant = stage.tenant("fapiModes", List.of("FAPI1_ADVANCED"));

        assertThat(told(tenant)).anyMatch(line -> line.contains("fapiModes demands what Grantkeep does not give"));
    }

    @Test
    void typesThatDoNotFitMustBeMended() {
        Tenant tenant = stage.tenant(
                "supportedGrantTypes", List.of("AUTHORIZATION_CODE"), "supportedResponseTypes", List.of("TOKEN"));

        assertThat(told(tenant)).anyMatch(line -> line.contains("but no response type with CODE"));
    }

    @Test
    void absurdDurationsAreWarnedOf() {
        Tenant tenant = stage.tenant("accessTokenDuration", 1_000_000_000, "refreshTokenDuration", 60);

        assertThat(told(tenant)).anyMatch(line -> line.startsWith("WARNING: access tokens live"));
        assertThat(told(tenant)).anyMatch(line -> line.startsWith("WARNING: refresh tokens end before access tokens"));
    }

    @Test
    void credentialsThatAreWrongMustBeMended() {
        assertThat(findings(Console.as(stage, "wrong"), "credentials"))
                .extracting(finding -> text(finding, "severity"))
                .containsExactly("MEND");
    }

    @Test
    void serverThatIsNotThereMustBeMended() {
        Console console = Console.of(stage);

        assertThat(console.run("doctor", "--url", "http://127.0.0.1:1")).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(console.out()).contains("No server answers");
    }

    private List<String> told(Tenant tenant) {
        return findings(Console.ahead(stage, Duration.ZERO), "service " + tenant.id()).stream()
                .map(finding -> text(finding, "severity") + ": " + text(finding, "what"))
                .toList();
    }

    private static List<JsonObject> findings(Console console, String area) {
        console.run("doctor", "--output", "json");
        return StreamSupport.stream(Json.parse(console.out()).getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(finding -> text(finding, "area").equals(area))
                .toList();
    }

    private static String text(JsonObject finding, String name) {
        return finding.get(name).getAsString();
    }

    private static Map<String, Object> attribute(String key, String value) {
        return Json.map("key", key, "value", value);
    }

    private static ECKey ec(String name, Instant end) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID(name).generate();
            return new ECKey.Builder(key)
                    .expirationTime(end == null ? null : Date.from(end))
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwks(ECKey... keys) {
        return new JWKSet(Stream.of(keys).map(JWK.class::cast).toList()).toString(false);
    }
}
