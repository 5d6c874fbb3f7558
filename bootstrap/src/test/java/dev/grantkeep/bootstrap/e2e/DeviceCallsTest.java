package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three calls of the device flow and its grant, on every store and in both dialects. */
@OnEveryStore
final class DeviceCallsTest {
    private static final String KEYS = keys();

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;
    private final Devices devices;

    DeviceCallsTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant(Devices.settings(
                "jwks",
                KEYS,
                "supportedScopes",
                List.of(Tenant.scope("read"), Tenant.scope("openid"), Tenant.scope("email")),
                "supportedAcrs",
                List.of("urn:gold"),
                "attributes",
                List.of(Map.of("key", "of", "value", "the service"))));
        client = tenant.client(
                "grantTypes",
                List.of("DEVICE_CODE", "REFRESH_TOKEN"),
                "idTokenSignAlg",
                "ES256",
                "clientName",
                "Telly",
                "attributes",
                List.of(Map.of("key", "of", "value", "the client")));
        devices = new Devices(client);
    }

    private static String keys() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("es").generate()).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class Authorization {
        @Test
        void tellsTheAuthorizationServerWhatTheDeviceIsTold() {
            Answer started = devices.started("scope", "openid email", "acr_values", "urn:silver urn:gold")
                    .says("A220001");
            JsonObject told = started.content();
            assertThat(told.get("device_code").getAsString()).isEqualTo(started.text("deviceCode"));
            assertThat(told.get("user_code").getAsString()).isEqualTo(started.text("userCode"));
            assertThat(told.get("verification_uri").getAsString()).isEqualTo(Devices.PAGE);
            assertThat(started.text("verificationUri")).isEqualTo(Devices.PAGE);
            assertThat(started.text("verificationUriComplete"))
                    .isEqualTo(Devices.PAGE + "?user_code=" + started.text("userCode"));
            assertThat(started.number("expiresIn")).isEqualTo(600);
            assertThat(started.number("interval")).isEqualTo(5);
            assertThat(started.number("clientId")).isEqualTo(client.id());
            assertThat(started.text("clientName")).isEqualTo("Telly");
            assertThat(started.text("clientAuthMethod")).isEqualTo("CLIENT_SECRET_BASIC");
            assertThat(started.flag("clientIdAliasUsed")).isFalse();
            assertThat(started.texts("claimNames")).containsExactly("email", "email_verified");
            assertThat(started.texts("acrs")).containsExactly("urn:gold");
            assertThat(started.objects("serviceAttributes")).isNotEmpty();
            assertThat(started.objects("clientAttributes")).hasSize(1);
        }

        @Test
        void formsAreTakenToo() {
            String form = Form.of("parameters", "scope=read", "clientId", client.id(), "clientSecret", client.secret());
            Answer started = tenant.api().postForm("device/authorization", form).does("OK");
            tenant.api()
                    .postForm("device/verification", Form.of("userCode", started.text("userCode")))
                    .does("VALID");
            tenant.api()
                    .postForm(
                            "device/complete",
                            Form.of(
                                    "userCode",
                                    started.text("userCode"),
                                    "result",
                                    "AUTHORIZED",
                                    "subject",
                                    "anna",
                                    "accessTokenDuration",
                                    "0"))
                    .does("SUCCESS");
            devices.poll(started).does("OK");
        }

        @Test
        void aCallWithoutParametersIsTheCallersFault() {
            tenant.api()
                    .post("device/authorization")
                    .does("INTERNAL_SERVER_ERROR", "server_error")
                    .says("A220201");
            tenant.api().post("device/authorization", "parameters", "scope=%zz").does("BAD_REQUEST", "invalid_request");
        }

        @Test
        void aServiceWithoutAPageForUsersIsTold() {
            tenant.change("deviceVerificationUri", null);
            Answer answer =
                    devices.ask().does("INTERNAL_SERVER_ERROR", "server_error").says("A220203");
            assertThat(answer.text("resultMessage")).contains("deviceVerificationUri");
        }

        @Test
        void aLockedClientIsRefused() {
            Answer started = devices.started("scope", "read");
            tenant.api()
                    .post("client/lock_flag/update/" + client.id(), "clientLocked", true)
                    .ok();
            devices.ask().refused(403).says("A001215");
            devices.verify(started).refused(403).says("A001215");
            devices.complete(started, "AUTHORIZED", "subject", "anna")
                    .refused(403)
                    .says("A001215");
            devices.poll(started).refused(403).says("A001215");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "7", "-1", "\"x\""})
        void aLengthOfUserCodesThatIsTooShortIsNoSetting(String length) {
            Answer answer = stage.owner()
                    .postJson("/api/service/create", "{\"serviceName\":\"s\",\"userCodeLength\":" + length + "}");
            answer.refused(400);
            assertThat(answer.text("resultMessage")).contains("userCodeLength");
        }
    }

    @Nested
    class Verification {
        @Test
        void showsWhoAsksForWhat() {
            Answer started = devices.started(
                    "scope", "openid email", "acr_values", "urn:gold", "resource", "https://rs.example.com/");
            Answer verified = devices.verify(started).does("VALID").says("A224001");
            assertThat(verified.text("clientName")).isEqualTo("Telly");
            assertThat(verified.number("clientId")).isEqualTo(client.id());
            assertThat(verified.objects("scopes")).hasSize(2);
            assertThat(verified.texts("claimNames")).containsExactly("email", "email_verified");
            assertThat(verified.texts("acrs")).containsExactly("urn:gold");
            assertThat(verified.texts("resources")).containsExactly("https://rs.example.com/");
            assertThat(verified.number("expiresAt")).isEqualTo(stage.now() + 600_000);
            assertThat(verified.has("responseContent")).isFalse();
        }

        @Test
        void ofNothingIsTheCallersFault() {
            tenant.api().post("device/verification").does("SERVER_ERROR");
            tenant.api()
                    .post("device/verification", "userCode", "BCDFGHJKLM")
                    .does("NOT_EXIST")
                    .says("A225301");
        }

        @Test
        void ofACodeThatHasExpiredSaysSo() {
            Answer started = devices.started();
            stage.later(Duration.ofSeconds(600));
            devices.verify(started).does("EXPIRED");
            devices.complete(started, "ACCESS_DENIED").does("USER_CODE_EXPIRED");
            devices.poll(started).does("BAD_REQUEST", "expired_token");
            stage.app().sweep();
            devices.verify(started).does("EXPIRED");
            stage.later(Duration.ofHours(1));
            stage.app().sweep();
            devices.verify(started).does("NOT_EXIST");
            devices.poll(started).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void aDeletedClientHasNoCodes() {
            Answer started = devices.started("scope", "read");
            tenant.api().delete("client/delete/" + client.id());
            devices.verify(started).does("NOT_EXIST");
            devices.complete(started, "AUTHORIZED", "subject", "anna").does("USER_CODE_NOT_EXIST");
        }
    }

    @Nested
    class Completion {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"result\":\"AUTHORIZED\"}",
                    "{\"result\":\"AUTHORIZED\",\"subject\":\"\"}",
                    "{\"result\":\"AUTHORIZED\",\"subject\":\"\u00fc\"}",
                    "{\"result\":\"YES\",\"subject\":\"anna\"}",
                    "{\"result\":\"AUTHORIZED\",\"subject\":\"anna\",\"claims\":\"no object\"}",
                    "{\"result\":\"AUTHORIZED\",\"subject\":\"anna\",\"authTime\":-1}",
                    "{\"result\":\"AUTHORIZED\",\"subject\":\"anna\",\"idTokenAudType\":\"set\"}",
                    "{\"result\":\"ACCESS_DENIED\",\"errorUri\":\"no uri\"}"
                })
        void whatIsWrongChangesNothing(String decision) {
            Answer started = devices.started("scope", "read");
            String body = decision.equals("{}") ? "{" : decision.substring(0, decision.length() - 1) + ",";
            tenant.api()
                    .postJson("device/complete", body + "\"userCode\":\"" + started.text("userCode") + "\"}")
                    .does("INVALID_REQUEST");
            devices.allow(started, "anna");
        }

        @Test
        void withoutAUserCodeIsRefused() {
            tenant.api().post("device/complete", "result", "ACCESS_DENIED").does("INVALID_REQUEST");
            tenant.api()
                    .post("device/complete", "result", "ACCESS_DENIED", "userCode", "nothing")
                    .does("USER_CODE_NOT_EXIST");
        }

        @Test
        void givesWhatTheUserGaveInPlaceOfWhatWasAsked() {
            Answer started = devices.started("scope", "read email");
            devices.complete(started, "AUTHORIZED", "subject", "anna", "scopes", List.of("email", "openid"))
                    .does("SUCCESS")
                    .says("A241001");
            Answer token = devices.poll(started).does("OK");
            assertThat(token.texts("scopes")).containsExactly("email");
            assertThat(token.has("idToken")).isFalse();
        }

        @Test
        void carriesPropertiesAndDurations() {
            Answer started = devices.started("scope", "read");
            devices.complete(
                            started,
                            "AUTHORIZED",
                            "subject",
                            "anna",
                            "properties",
                            List.of(Map.of("key", "room", "value", "kitchen")),
                            "accessTokenDuration",
                            77,
                            "refreshTokenDuration",
                            99)
                    .does("SUCCESS");
            Answer token = devices.poll(started).does("OK");
            assertThat(token.content("room")).isEqualTo("kitchen");
            assertThat(token.number("accessTokenDuration")).isEqualTo(77);
            assertThat(token.number("refreshTokenDuration")).isEqualTo(99);
            assertThat(token.text("grantType")).isEqualTo("DEVICE_CODE");
            assertThat(tenant.works(token.text("accessToken"))).isTrue();
        }

        @Test
        void remembersTheConsent() {
            devices.allow(devices.started("scope", "read"), "anna");
            Answer granted = tenant.api()
                    .get("client/granted_scopes/get/" + client.id() + "/anna")
                    .ok();
            assertThat(granted.texts("latestGrantedScopes")).containsExactly("read");
        }

        @Test
        void aNoIsRememberedAsNothing() {
            devices.complete(devices.started("scope", "read"), "ACCESS_DENIED", "subject", "anna")
                    .does("SUCCESS");
            assertThat(tenant.clientsOf("anna")).isEmpty();
        }
    }

    @Nested
    class TheToken {
        @Test
        void hasAnIdTokenBesideIt() throws ParseException {
            Answer started = devices.started("scope", "openid email");
            devices.complete(
                            started,
                            "AUTHORIZED",
                            "subject",
                            "anna",
                            "sub",
                            "a-pair",
                            "authTime",
                            1_700_000_000L,
                            "acr",
                            "urn:gold",
                            "claims",
                            "{\"email\":\"anna@example.com\"}",
                            "idtHeaderParams",
                            "{\"own\":\"header\"}",
                            "idTokenAudType",
                            "string")
                    .does("SUCCESS");
            Answer token = devices.poll(started).does("OK");
            assertThat(token.content("id_token")).isEqualTo(token.text("idToken"));
            SignedJWT idToken = SignedJWT.parse(token.text("idToken"));
            JWTClaimsSet claims = idToken.getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo("a-pair");
            assertThat(claims.getClaim("auth_time")).isEqualTo(1_700_000_000L);
            assertThat(claims.getClaim("acr")).isEqualTo("urn:gold");
            assertThat(claims.getClaim("email")).isEqualTo("anna@example.com");
            assertThat(claims.getAudience()).containsExactly(Long.toString(client.id()));
            assertThat(claims.getClaim("at_hash")).isNotNull();
            assertThat(claims.getClaim("nonce")).isNull();
            assertThat(idToken.getHeader().getCustomParam("own")).isEqualTo("header");
            Answer seen = tenant.introspect(token.text("accessToken"));
            assertThat(seen.text("acr")).isEqualTo("urn:gold");
            assertThat(seen.texts("consentedClaims")).contains("email");
        }

        @Test
        void isAJwtWhereTheServiceWantsThat() throws ParseException {
            tenant.change("accessTokenSignAlg", "ES256");
            Answer started = devices.started("scope", "read");
            devices.complete(started, "AUTHORIZED", "subject", "anna", "jwtAtClaims", "{\"room\":\"kitchen\"}")
                    .does("SUCCESS");
            Answer token = devices.poll(started).does("OK");
            JWTClaimsSet claims = SignedJWT.parse(token.content("access_token")).getJWTClaimsSet();
            assertThat(claims.getClaim("room")).isEqualTo("kitchen");
            assertThat(claims.getSubject()).isEqualTo("anna");
        }

        @Test
        void whatCannotBeMadeLeavesTheCodeGood() {
            Answer started = devices.started("scope", "openid");
            devices.allow(started, "anna");
            tenant.change("jwks", null);
            devices.poll(started).does("INTERNAL_SERVER_ERROR", "server_error");
            tenant.change("jwks", KEYS);
            devices.poll(started).does("OK");
        }

        @Test
        void aRevokedGrantKillsTheCode() {
            Answer started = devices.started("scope", "read");
            devices.allow(started, "anna");
            tenant.api().delete("client/authorization/delete/" + client.id() + "/anna");
            devices.poll(started).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void scopesThatWereTakenBackAreNotGiven() {
            Answer started = devices.started("scope", "read email");
            devices.allow(started, "anna");
            tenant.api()
                    .post("client/authorization/update/" + client.id(), "subject", "anna", "scopes", List.of("email"))
                    .ok();
            assertThat(devices.poll(started).does("OK").texts("scopes")).containsExactly("email");
        }

        @Test
        void refreshesAsAnyOther() {
            Answer started = devices.started("scope", "read");
            devices.allow(started, "anna");
            Answer token = devices.poll(started).does("OK");
            client.refresh(token.text("refreshToken")).does("OK");
        }

        @Test
        void ofAnotherServiceIsRefused() {
            Answer started = devices.started("scope", "read");
            devices.allow(started, "anna");
            Tenant other = stage.tenant(Devices.settings());
            new Devices(other.client(Devices.CLIENT)).poll(started).does("BAD_REQUEST", "invalid_grant");
            devices.poll(started).does("OK");
        }

        @Test
        void aPendingCodeOutlivesASweep() {
            Answer started = devices.started("scope", "read");
            devices.allow(started, "anna");
            stage.app().sweep();
            devices.poll(started).does("OK");
        }
    }
}
