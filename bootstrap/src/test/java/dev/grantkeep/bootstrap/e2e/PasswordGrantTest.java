package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 section 4.3, the password grant: somebody else checks the password, under a ticket. */
@OnEveryStore
final class PasswordGrantTest {
    private static final List<String> GRANT_TYPES = List.of("PASSWORD", "REFRESH_TOKEN", "AUTHORIZATION_CODE");

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    PasswordGrantTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant("supportedGrantTypes", GRANT_TYPES);
        client = tenant.client("grantTypes", GRANT_TYPES);
    }

    private Answer ask(Object... parameters) {
        List<Object> all = new ArrayList<>(
                List.of("grant_type", "password", "username", "anna", "password", "S\u00e9cret & spaces"));
        all.addAll(Arrays.asList(parameters));
        return client.token(all.toArray());
    }

    private String ticket(Object... parameters) {
        return ask(parameters).does("PASSWORD").text("ticket");
    }

    private Answer issue(String ticket, Object... members) {
        List<Object> all = new ArrayList<>(List.of("ticket", ticket, "subject", "user-1"));
        all.addAll(Arrays.asList(members));
        return tenant.api().post("auth/token/issue", all.toArray());
    }

    private Answer fail(String ticket, String reason) {
        return tenant.api().post("auth/token/fail", "ticket", ticket, "reason", reason);
    }

    @Nested
    class TheRequest {
        @Test
        void isHandedToWhoeverChecksThePassword() {
            Answer asked = ask("scope", "read unknown").does("PASSWORD");
            assertThat(asked.text("username")).isEqualTo("anna");
            assertThat(asked.text("password")).isEqualTo("S\u00e9cret & spaces");
            assertThat(asked.text("ticket")).matches("[A-Za-z0-9_-]{43}");
            assertThat(asked.has("responseContent")).isFalse();
            assertThat(asked.texts("scopes")).containsExactly("read");
            assertThat(asked.text("grantType")).isEqualTo("PASSWORD");
            assertThat(asked.number("clientId")).isEqualTo(client.id());
            assertThat(tenant.stored()).isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "grant_type=password, invalid_request",
            "grant_type=password&username=anna, invalid_request",
            "grant_type=password&password=p, invalid_request",
            "grant_type=password&username=anna&password=, invalid_request",
            "grant_type=password&username=anna&password=p&password=q, invalid_request",
            "grant_type=password&username=anna&password=p&scope=%22, invalid_scope",
            "grant_type=password&username=anna&password=p&resource=relative, invalid_target",
            "grant_type=password&username=anna&password=p&authorization_details=x, invalid_authorization_details"
        })
        void thatIsWrongIsRefused(String parameters, String error) {
            Answer refused = tenant.api()
                    .post(
                            "auth/token",
                            "parameters",
                            parameters,
                            "clientId",
                            Long.toString(client.id()),
                            "clientSecret",
                            client.secret())
                    .does("BAD_REQUEST", error);
            assertThat(refused.has("ticket")).isFalse();
            assertThat(refused.has("password")).isFalse();
        }

        @Test
        void needsAServiceAndAClientThatBothAllowIt() {
            tenant.change("supportedGrantTypes", List.of("REFRESH_TOKEN"));
            ask().does("BAD_REQUEST", "unsupported_grant_type");
            tenant.change("supportedGrantTypes", GRANT_TYPES);
            client.change("grantTypes", List.of("REFRESH_TOKEN"));
            ask().does("BAD_REQUEST", "unauthorized_client");
        }

        @Test
        void needsTheClientsSecret() {
            Answer refused = tenant.api()
                    .post(
                            "auth/token",
                            "parameters",
                            Form.of("grant_type", "password", "username", "anna", "password", "p"),
                            "clientId",
                            Long.toString(client.id()),
                            "clientSecret",
                            "wrong");
            refused.does("INVALID_CLIENT", "invalid_client");
            assertThat(refused.has("password")).isFalse();
        }

        @Test
        void ofAScopeThatIsRequiredAndMissingIsRefused() {
            tenant.change("scopeRequired", true);
            ask("scope", "unknown").does("BAD_REQUEST", "invalid_scope");
        }
    }

    @Nested
    class TheYes {
        @Test
        void givesTheToken() {
            Answer token = issue(ticket("scope", "read")).does("OK").says("A054001");
            assertThat(token.text("subject")).isEqualTo("user-1");
            assertThat(token.texts("scopes")).containsExactly("read");
            assertThat(token.text("grantType")).isEqualTo("PASSWORD");
            assertThat(token.content("access_token")).isEqualTo(token.text("accessToken"));
            assertThat(token.content("token_type")).isEqualTo("Bearer");
            assertThat(tenant.works(token.text("accessToken"))).isTrue();
            client.refresh(token.text("refreshToken")).does("OK");
            assertThat(tenant.clientsOf("user-1")).containsExactly(client.id());
        }

        @Test
        void givesNoIdToken() {
            Answer token = issue(ticket("scope", "openid")).does("OK");
            assertThat(token.has("idToken")).isFalse();
            assertThat(token.content().has("id_token")).isFalse();
        }

        @Test
        void carriesWhatTheAuthorizationServerSays() {
            Answer token = issue(
                            ticket("scope", "read", "resource", "https://rs.example.com/"),
                            "properties",
                            List.of(Map.of("key", "room", "value", "kitchen")),
                            "accessTokenDuration",
                            77,
                            "refreshTokenDuration",
                            99,
                            "accessToken",
                            "chosen-" + client.id())
                    .does("OK");
            assertThat(token.content("room")).isEqualTo("kitchen");
            assertThat(token.number("accessTokenDuration")).isEqualTo(77);
            assertThat(token.number("refreshTokenDuration")).isEqualTo(99);
            assertThat(token.text("accessToken")).isEqualTo("chosen-" + client.id());
            assertThat(token.texts("accessTokenResources")).containsExactly("https://rs.example.com/");
            Answer taken = issue(ticket(), "accessToken", "chosen-" + client.id());
            taken.does("INTERNAL_SERVER_ERROR", "server_error").says("A054203");
        }

        @Test
        void zeroIsNoDuration() {
            Answer token = issue(ticket(), "accessTokenDuration", 0, "refreshTokenDuration", 0)
                    .does("OK");
            assertThat(token.number("accessTokenDuration")).isEqualTo(86_400);
        }

        @Test
        void isAJwtWhereTheServiceWantsThat() throws Exception {
            tenant.change(
                    "accessTokenSignAlg",
                    "ES256",
                    "jwks",
                    new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("es").generate()).toString(false));
            Answer token = issue(ticket("scope", "read"), "jwtAtClaims", "{\"room\":\"kitchen\"}")
                    .does("OK");
            SignedJWT jwt = SignedJWT.parse(token.content("access_token"));
            assertThat(jwt.getJWTClaimsSet().getClaim("room")).isEqualTo("kitchen");
            tenant.change("jwks", null);
            String ticket = ticket("scope", "read");
            issue(ticket).does("INTERNAL_SERVER_ERROR", "server_error").says("A054207");
            tenant.change("accessTokenSignAlg", null);
            issue(ticket).does("OK");
        }

        @Test
        void isGivenOnce() {
            String ticket = ticket();
            issue(ticket).does("OK");
            issue(ticket).does("INTERNAL_SERVER_ERROR", "server_error").says("A054202");
            fail(ticket, "UNKNOWN").does("INTERNAL_SERVER_ERROR").says("A067203");
            assertThat(tenant.stored()).isEqualTo(1);
        }

        @Test
        void ofSeveralAtOnceOneIsGiven() {
            String ticket = ticket();
            Collection<String> actions = new ConcurrentLinkedQueue<>();
            InParallel.each(
                    IntStream.range(0, 8).boxed().toList(),
                    i -> actions.add((i % 4 == 3 ? fail(ticket, "UNKNOWN") : issue(ticket)).text("resultCode")));
            assertThat(actions.stream().filter(code -> code.equals("A054001") || code.equals("A067202")))
                    .hasSize(1);
            assertThat(tenant.stored()).isEqualTo(actions.contains("A054001") ? 1 : 0);
        }

        @Test
        void ofAnUnknownOrExpiredTicketOrAnotherServiceIsRefused() {
            issue("unknown").does("INTERNAL_SERVER_ERROR", "server_error");
            tenant.api().post("auth/token/issue", "subject", "anna").does("INTERNAL_SERVER_ERROR");
            String ticket = ticket();
            tenant.api().post("auth/token/issue", "ticket", ticket).does("INTERNAL_SERVER_ERROR");
            stage.tenant()
                    .api()
                    .post("auth/token/issue", "ticket", ticket, "subject", "anna")
                    .does("INTERNAL_SERVER_ERROR");
            stage.later(Duration.ofMinutes(10));
            issue(ticket).does("INTERNAL_SERVER_ERROR").says("A054202");
        }

        @Test
        void aTicketOfAnAuthorizationRequestIsNone() {
            String other = client.ticket("response_type", "code");
            issue(other).does("INTERNAL_SERVER_ERROR");
            assertThat(client.issue(ticket(), "anna").text("action")).isEqualTo("BAD_REQUEST");
            client.codeFor(other, "anna");
        }

        @Test
        void isRefusedWhereTheGrantTypeWasTakenAway() {
            String ticket = ticket();
            client.change("grantTypes", List.of("REFRESH_TOKEN"));
            issue(ticket).does("INTERNAL_SERVER_ERROR").says("A054205");
            client.change("grantTypes", GRANT_TYPES);
            tenant.api()
                    .post("client/lock_flag/update/" + client.id(), "clientLocked", true)
                    .ok();
            issue(ticket).refused(403).says("A001215");
        }

        @Test
        void scopesThatWereTakenAwayAreNotGiven() {
            String ticket = ticket("scope", "read write");
            tenant.change("supportedScopes", List.of(Tenant.scope("read")));
            assertThat(issue(ticket).does("OK").texts("scopes")).containsExactly("read");
        }

        @Test
        void formsAreTakenToo() {
            tenant.api()
                    .postForm("auth/token/issue", Form.of("ticket", ticket(), "subject", "anna"))
                    .does("OK");
            tenant.api()
                    .postForm("auth/token/fail", Form.of("ticket", ticket(), "reason", "UNKNOWN"))
                    .does("INTERNAL_SERVER_ERROR", "server_error");
        }
    }

    @Nested
    class TheNo {
        @ParameterizedTest
        @CsvSource({
            "INVALID_RESOURCE_OWNER_CREDENTIALS, BAD_REQUEST, invalid_request, A067301",
            "INVALID_TARGET, BAD_REQUEST, invalid_target, A067302",
            "INVALID_CLIENT, BAD_REQUEST, invalid_client, A067303",
            "UNAUTHORIZED_CLIENT, BAD_REQUEST, unauthorized_client, A067304",
            "INVALID_SCOPE, BAD_REQUEST, invalid_scope, A067305",
            "UNKNOWN, INTERNAL_SERVER_ERROR, server_error, A067202"
        })
        void saysWhy(String reason, String action, String error, String code) {
            String ticket = ticket();
            fail(ticket, reason).does(action, error).says(code);
            issue(ticket).does("INTERNAL_SERVER_ERROR").says("A054202");
        }

        @Test
        void isInTheKnownWords() {
            assertThat(fail(ticket(), "INVALID_RESOURCE_OWNER_CREDENTIALS").text("resultMessage"))
                    .isEqualTo("[A067301] The credentials (username & password) passed to the token endpoint are"
                            + " invalid.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "DENIED", "unknown"})
        void withoutAReasonChangesNothing(String reason) {
            String ticket = ticket();
            fail(ticket, reason).does("INTERNAL_SERVER_ERROR", "server_error").says("A067201");
            issue(ticket).does("OK");
        }
    }
}
