package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every wrong step of the protocol: the right error, and whatever was good before is good after it. */
@OnEveryStore
final class WrongStepTest {
    private static final String VERIFIER = "a-verifier-of-at-least-43-unreserved-characters-0123456789";
    private static final String OTHER_VERIFIER = "another-verifier-of-at-least-43-unreserved-characters-012345";

    private final Stage stage;
    private final Tenant tenant;
    private final OAuthClient client;

    WrongStepTest(Stage stage) {
        this.stage = stage;
        tenant = stage.tenant();
        client = tenant.client();
    }

    @Nested
    class AnAuthorizationRequest {
        @Test
        void withoutParametersIsTheCallersFault() {
            Answer answer = tenant.api()
                    .post("auth/authorization")
                    .does("INTERNAL_SERVER_ERROR")
                    .says("A004201");

            assertThat(answer.text("resultMessage"))
                    .isEqualTo("[A004201] The authorization request from the service does not contain 'parameters'"
                            + " parameter.");
        }

        @Test
        void withoutAResponseTypeIsNotRedirected() {
            client.request("scope", "read")
                    .does("BAD_REQUEST", "invalid_request")
                    .says("A009301");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "no-such-client", "99999999999999999999", "-1", "%00", "\u00fc"})
        void ofAnUnknownClientIsNotRedirected(String id) {
            tenant.api()
                    .post("auth/authorization", "parameters", "response_type=code&client_id=" + id)
                    .does("BAD_REQUEST", "invalid_request");
        }

        @Test
        void withoutAClientIsNotRedirected() {
            tenant.api()
                    .post("auth/authorization", "parameters", "response_type=code")
                    .does("BAD_REQUEST", "invalid_request");
        }

        @ParameterizedTest
        @CsvSource({
            "response_type=nonsense, unsupported_response_type",
            "response_type=code+id_token, unsupported_response_type",
            "response_type=id_token, unsupported_response_type",
            "response_type=code&id_token_hint=e30.e30.e30, invalid_request",
            "response_type=code&scope=%22, invalid_scope",
            "response_type=code&state=1&state=2, invalid_request",
            "response_type=code&scope=read&scope=write, invalid_request",
            "response_type=code&response_mode=nonsense, invalid_request",
            "response_type=token&response_mode=query, invalid_request",
            "response_type=code&code_challenge=short, invalid_request",
            "response_type=code&code_challenge_method=S256, invalid_request",
            "response_type=code&prompt=none+login, invalid_request",
            "response_type=code&max_age=-1, invalid_request",
            "response_type=code&resource=relative, invalid_target",
            "response_type=code&resource=https%3A%2F%2Frs.example.com%2F%23f, invalid_target"
        })
        void thatIsWrongGetsItsErrorAtTheRedirectUri(String parameters, String error) {
            String usual = Form.of("client_id", client.id(), "redirect_uri", OAuthClient.REDIRECT_URI);
            Answer answer = tenant.api().post("auth/authorization", "parameters", usual + "&" + parameters);

            String location = answer.location();
            var sent = location.contains("#") ? Form.fragment(location) : Form.query(location);
            assertThat(sent).containsEntry("error", error).containsEntry("iss", Tenant.ISSUER);
        }

        /** Nothing beside an object is believed (RFC 9101 section 6.3). */
        @ParameterizedTest
        @CsvSource({
            "request=e30.e30., invalid_request_object",
            "request=eyJhbGciOiJub25lIn0.e30., invalid_request_object",
            "request_uri=urn:x, invalid_request_uri"
        })
        void withAnObjectThatIsWrongGoesNowhere(String parameters, String error) {
            client.request("response_type", "code").does("INTERACTION");
            String usual = Form.of("client_id", client.id(), "redirect_uri", OAuthClient.REDIRECT_URI);
            tenant.api()
                    .post("auth/authorization", "parameters", usual + "&response_type=code&" + parameters)
                    .does("BAD_REQUEST", error);
        }

        @Test
        void withAnUnknownChallengeMethodIsRefused() {
            Answer answer = client.request(
                    "response_type", "code", "code_challenge", VERIFIER, "code_challenge_method", "S512");

            assertThat(Form.query(answer.location())).containsEntry("error", "invalid_request");
        }

        @Test
        void forWhatTheClientMayNotUseIsRefused() {
            client.change("responseTypes", List.of("CODE"));

            Answer answer = client.request("response_type", "token");

            assertThat(Form.fragment(answer.location())).containsEntry("error", "unauthorized_client");
        }
    }

    @Nested
    class ADecision {
        @Test
        void withAWrongTicketIsRefused() {
            noDecision(client.issue("unknown", "user"));
            noDecision(client.issue("x".repeat(5_000), "user"));
            noDecision(tenant.api().post("auth/authorization/fail", "ticket", "unknown", "reason", "DENIED"));
        }

        @Test
        void withoutATicketIsTheCallersFault() {
            tenant.api().post("auth/authorization/issue", "subject", "user").does("INTERNAL_SERVER_ERROR");
            tenant.api().post("auth/authorization/fail", "reason", "DENIED").does("INTERNAL_SERVER_ERROR");
        }

        @Test
        void withoutAReasonOrWithAnUnknownOneLeavesTheTicketGood() {
            String ticket = client.ticket("response_type", "code");

            refused(tenant.api().post("auth/authorization/fail", "ticket", ticket));
            refused(tenant.api().post("auth/authorization/fail", "ticket", ticket, "reason", "NONSENSE"));

            client.issue(ticket, "user").does("LOCATION");
        }

        @Test
        void withAWrongSubjectLeavesTheTicketGood() {
            String ticket = client.ticket("response_type", "code");

            refused(tenant.api().post("auth/authorization/issue", "ticket", ticket));
            for (String subject : List.of("", "s".repeat(101), "\u00fcser", "a\u0000b", "a\nb")) {
                refused(client.issue(ticket, subject));
            }

            client.issue(ticket, "s".repeat(100)).does("LOCATION");
        }

        @Test
        void onATicketThatIsTooOldIsRefused() {
            String ticket = client.ticket("response_type", "code");
            stage.later(Duration.ofDays(1));

            noDecision(client.issue(ticket, "user"));
        }

        @Test
        void onATicketOfAnotherServiceIsRefusedAndLeavesItGood() {
            String ticket = client.ticket("response_type", "code");
            Tenant other = stage.tenant();

            noDecision(other.api().post("auth/authorization/issue", "ticket", ticket, "subject", "user"));

            client.issue(ticket, "user").does("LOCATION");
        }

        private void noDecision(Answer answer) {
            answer.does("BAD_REQUEST");
            assertThat(answer.content("error")).isEqualTo("invalid_request");
        }

        private void refused(Answer answer) {
            assertThat(answer.status()).as(answer.text()).isIn(200, 400);
            assertThat(answer.text("resultCode")).matches("A\\d{3}[1-9]\\d{2}");
            if (answer.status() == 200) {
                assertThat(answer.text("action")).isIn("BAD_REQUEST", "INTERNAL_SERVER_ERROR");
            }
        }
    }

    @Nested
    class ACodeExchange {
        @Test
        void withTheWrongRedirectUriLeavesTheCodeGood() {
            String code = client.code("user", "read");

            client.token("grant_type", "authorization_code", "code", code, "redirect_uri", "https://evil.example.org/")
                    .does("BAD_REQUEST", "invalid_grant")
                    .says("A050309");
            client.token("grant_type", "authorization_code", "code", code).does("BAD_REQUEST", "invalid_grant");

            client.exchange(code).does("OK");
        }

        @Test
        void withoutTheVerifierLeavesTheCodeGood() {
            String code = client.code("user", "code_challenge", Pkce.s256(VERIFIER), "code_challenge_method", "S256");

            Answer missing =
                    client.exchange(code).does("BAD_REQUEST", "invalid_grant").says("A050312");
            client.exchange(code, "code_verifier", OTHER_VERIFIER)
                    .does("BAD_REQUEST", "invalid_grant")
                    .says("A050315");
            client.exchange(code, "code_verifier", Pkce.s256(VERIFIER)).does("BAD_REQUEST", "invalid_grant");
            client.exchange(code, "code_verifier", "short").does("BAD_REQUEST", "invalid_grant");

            assertThat(missing.content("error_description")).startsWith("[A050312] ");
            assertThat(missing.content("error_uri")).isEqualTo("https://docs.authlete.com/#A050312");
            client.exchange(code, "code_verifier", VERIFIER).does("OK");
        }

        @Test
        void withAVerifierThatNothingAskedForLeavesTheCodeGood() {
            String code = client.code("user", "read");

            client.exchange(code, "code_verifier", VERIFIER)
                    .does("BAD_REQUEST", "invalid_grant")
                    .says("A050317");

            client.exchange(code).does("OK");
        }

        @Test
        void byAnotherClientLeavesTheCodeGood() {
            String code = client.code("user", "read");

            tenant.client().exchange(code).does("BAD_REQUEST", "invalid_grant");

            client.exchange(code).does("OK");
        }

        @Test
        void aSecondTimeEndsTheToken() {
            String code = client.code("user", "read");
            Tokens tokens = Tokens.of(client.exchange(code));

            client.exchange(code).does("BAD_REQUEST", "invalid_grant").says("A050305");

            tenant.introspect(tokens.access()).does("UNAUTHORIZED").says("A057302");
            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void aSecondTimeEndsTheTokenThatItWasRefreshedToAsWell() {
            String code = client.code("user", "read");
            Tokens tokens = client.refreshed(Tokens.of(client.exchange(code)));

            client.exchange(code).does("BAD_REQUEST", "invalid_grant");

            assertThat(tenant.works(tokens.access())).isFalse();
        }

        @Test
        void aSecondTimeByAnotherClientDoesNoHarm() {
            String code = client.code("user", "read");
            Tokens tokens = Tokens.of(client.exchange(code));

            tenant.client().exchange(code).does("BAD_REQUEST", "invalid_grant");

            assertThat(tenant.works(tokens.access())).isTrue();
        }

        @Test
        void afterTheCodeExpiredIsRefused() {
            String code = client.code("user", "read");
            stage.later(Duration.ofSeconds(600));

            client.exchange(code).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void ofACodeOfAnotherServiceIsRefusedAndLeavesItGood() {
            String code = client.code("user", "read");

            stage.tenant()
                    .client()
                    .exchange(code)
                    .does("BAD_REQUEST", "invalid_grant")
                    .says("A050305");

            client.exchange(code).does("OK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"unknown", "a b", "\u00fc"})
        void ofAnUnknownCodeIsRefused(String code) {
            client.exchange(code).does("BAD_REQUEST", "invalid_grant").says("A050305");
        }

        @Test
        void withoutACodeIsRefused() {
            client.token("grant_type", "authorization_code").does("BAD_REQUEST", "invalid_request");
        }
    }

    @Nested
    class ATokenRequest {
        @Test
        void withoutParametersIsTheCallersFault() {
            Answer answer = tenant.api().post("auth/token");

            answer.does("INTERNAL_SERVER_ERROR");
        }

        @ParameterizedTest
        @CsvSource({
            "grant_type=, invalid_request",
            "code=1, invalid_request",
            "grant_type=nonsense, unsupported_grant_type",
            "grant_type=password&username=u&password=p, unsupported_grant_type",
            "grant_type=urn:ietf:params:oauth:grant-type:token-exchange, unsupported_grant_type",
            "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
            "grant_type=client_credentials&scope=%22, invalid_scope",
            "grant_type=refresh_token, invalid_request"
        })
        void thatIsWrongGetsItsError(String parameters, String error) {
            tenant.api()
                    .post(
                            "auth/token",
                            "parameters",
                            parameters,
                            "clientId",
                            Long.toString(client.id()),
                            "clientSecret",
                            client.secret())
                    .does("BAD_REQUEST", error);
        }

        @Test
        void forAGrantTypeThatTheClientMayNotUseIsRefused() {
            client.change("grantTypes", List.of("AUTHORIZATION_CODE"));

            client.token("grant_type", "client_credentials").does("BAD_REQUEST", "unauthorized_client");
        }

        @Test
        void byAPublicClientForATokenOfItsOwnIsRefused() {
            OAuthClient open = tenant.client("clientType", "PUBLIC", "tokenAuthMethod", "NONE");

            tenant.api()
                    .post(
                            "auth/token",
                            "parameters",
                            Form.of("grant_type", "client_credentials", "client_id", open.id()))
                    .does("BAD_REQUEST", "unauthorized_client");
        }
    }

    @Nested
    class ClientAuthentication {
        @Test
        void failsWithTheWrongSecret() {
            invalid(basic(Long.toString(client.id()), client.secret() + "x"));
            invalid(basic(Long.toString(client.id()), ""));
            invalid(basic("1", client.secret()));
            invalid(basic("no-such-client", "secret"));
        }

        @Test
        void failsWithoutAClient() {
            invalid(tenant.api().post("auth/token", "parameters", "grant_type=client_credentials"));
        }

        @Test
        void failsByTheWrongChannel() {
            Answer inTheBody = body(client, client.secret());

            invalid(inTheBody);
            inTheBody.says("A157357");
            OAuthClient post = tenant.client("tokenAuthMethod", "CLIENT_SECRET_POST");
            invalid(post.token("grant_type", "client_credentials"));
            body(post, post.secret()).does("OK");
        }

        @Test
        void failsIfAConfidentialClientShowsNoSecret() {
            invalid(tenant.api()
                    .post("auth/token", "parameters", "grant_type=client_credentials&client_id=" + client.id()));
        }

        @Test
        void failsIfAConfidentialClientHasNoMethod() {
            OAuthClient never = tenant.client("clientType", "CONFIDENTIAL", "tokenAuthMethod", "NONE");
            Tokens before = Tokens.of(never.create("user"), "accessToken", "refreshToken");
            Object[] exchange = {"grant_type", "authorization_code", "code", never.code("user", "read")};

            invalid(byName(never, "auth/token", Form.of(exchange) + "&redirect_uri=" + OAuthClient.REDIRECT_URI));
            invalid(byName(
                    never, "auth/token", Form.of("grant_type", "refresh_token", "refresh_token", before.refresh())));
            invalid(byName(never, "auth/revocation", Form.of("token", before.access())));

            assertThat(tenant.works(before.access())).isTrue();
        }

        private Answer byName(OAuthClient by, String path, String parameters) {
            return tenant.api().post(path, "parameters", parameters + "&client_id=" + by.id());
        }

        @Test
        void failsWithTheOldSecretOnceThereIsANewOne() {
            tenant.api().get("client/secret/refresh/" + client.id()).ok();

            invalid(client.token("grant_type", "client_credentials"));
        }

        @Test
        void ofAPublicClientIsItsIdAlone() {
            OAuthClient open = tenant.client("clientType", "PUBLIC", "tokenAuthMethod", "NONE");
            String parameters = Form.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    open.code("user", "read"),
                    "redirect_uri",
                    OAuthClient.REDIRECT_URI,
                    "client_id",
                    open.id());

            tenant.api().post("auth/token", "parameters", parameters).does("OK");
        }

        private Answer basic(String id, String secret) {
            return tenant.api()
                    .post(
                            "auth/token",
                            "parameters",
                            "grant_type=client_credentials",
                            "clientId",
                            id,
                            "clientSecret",
                            secret);
        }

        private Answer body(OAuthClient by, String secret) {
            return tenant.api()
                    .post(
                            "auth/token",
                            "parameters",
                            Form.of("grant_type", "client_credentials", "client_id", by.id(), "client_secret", secret));
        }

        private void invalid(Answer answer) {
            answer.does("INVALID_CLIENT", "invalid_client");
        }
    }

    @Nested
    class ARefresh {
        @ParameterizedTest
        @ValueSource(strings = {"unknown", "a b", "\u00fc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        void withAnUnknownTokenIsRefused(String token) {
            client.refresh(token).does("BAD_REQUEST", "invalid_grant").says("A053305");
        }

        @Test
        void withAnAccessTokenIsRefused() {
            Tokens tokens = client.tokens("user", "read");

            client.refresh(tokens.access()).does("BAD_REQUEST", "invalid_grant");

            assertThat(tenant.works(tokens.access())).isTrue();
        }

        @Test
        void afterTheRefreshTokenExpiredIsRefused() {
            Tokens tokens = client.tokens("user", "read");
            stage.later(Duration.ofSeconds(864_000));

            client.refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");
        }

        @Test
        void byAnotherClientIsRefusedAndLeavesTheTokensGood() {
            Tokens tokens = client.tokens("user", "read");

            tenant.client().refresh(tokens.refresh()).does("BAD_REQUEST", "invalid_grant");

            assertThat(tenant.works(tokens.access())).isTrue();
            client.refresh(tokens.refresh()).does("OK");
        }

        @Test
        void byAnotherServiceIsRefusedAndLeavesTheTokensGood() {
            Tokens tokens = client.tokens("user", "read");

            stage.tenant()
                    .client()
                    .refresh(tokens.refresh())
                    .does("BAD_REQUEST", "invalid_grant")
                    .says("A053305");

            client.refresh(tokens.refresh()).does("OK");
        }

        @Test
        void forMoreThanWasGrantedLeavesTheTokensGood() {
            Tokens tokens = client.tokens("user", "read");

            client.refresh(tokens.refresh(), "scope", "read payment").does("BAD_REQUEST", "invalid_scope");
            client.refresh(tokens.refresh(), "scope", "unknown").does("BAD_REQUEST", "invalid_scope");

            assertThat(tenant.works(tokens.access())).isTrue();
            client.refresh(tokens.refresh()).does("OK");
        }
    }

    @Nested
    class ANul {
        @Test
        void inAClientsRequestIsItsFault() {
            client.refresh("\u0000").does("BAD_REQUEST", "invalid_request");
            client.exchange("\u0000").does("BAD_REQUEST", "invalid_request");
        }

        @Test
        void inTheCallersJsonIs400() {
            tenant.introspect("\u0000").refused(400);
            client.issue("\u0000", "user").refused(400);
            tenant.api()
                    .post("auth/token", "parameters", "grant_type=client_credentials", "clientId", "\u0000")
                    .refused(400);
        }
    }

    @Nested
    class ARevocation {
        @Test
        void withTheWrongSecretLeavesTheTokenGood() {
            Tokens tokens = client.tokens("user", "read");

            revoke(client.id(), "wrong", Form.of("token", tokens.access())).does("INVALID_CLIENT", "invalid_client");

            assertThat(tenant.works(tokens.access())).isTrue();
        }

        @Test
        void ofAnotherClientsTokenLeavesItGood() {
            Tokens tokens = client.tokens("user", "read");
            OAuthClient other = tenant.client();

            revoke(other.id(), other.secret(), Form.of("token", tokens.access()));

            assertThat(tenant.works(tokens.access())).isTrue();
        }

        @Test
        void ofNothingIsRefused() {
            revoke(client.id(), client.secret(), "a=b").does("BAD_REQUEST", "invalid_request");
            revoke(client.id(), client.secret(), "token=").does("BAD_REQUEST", "invalid_request");
        }

        private Answer revoke(long id, String secret, String parameters) {
            return tenant.api()
                    .post(
                            "auth/revocation",
                            "parameters",
                            parameters,
                            "clientId",
                            Long.toString(id),
                            "clientSecret",
                            secret);
        }
    }

    @Nested
    class AnIntrospection {
        @Test
        void withoutATokenIsRefused() {
            tenant.api().post("auth/introspection").does("BAD_REQUEST");
            tenant.api()
                    .post("auth/introspection/standard", "parameters", "a=b")
                    .does("BAD_REQUEST", "invalid_request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"unknown", "a b", "\u00fc", "\uD83D\uDE00"})
        void ofAnUnknownTokenSaysSo(String token) {
            Answer answer = tenant.introspect(token).does("UNAUTHORIZED").says("A057302");

            assertThat(answer.text("resultMessage")).isEqualTo("[A057302] The access token does not exist.");
            assertThat(answer.text("responseContent"))
                    .isEqualTo("Bearer error=\"invalid_token\",error_description=\"[A057302] The access token does"
                            + " not exist.\",error_uri=\"https://docs.authlete.com/#A057302\"");
        }

        @Test
        void ofAnotherServicesTokenSaysThatThereIsNone() {
            Tokens tokens = client.tokens("user", "read");
            Tenant other = stage.tenant();

            other.introspect(tokens.access()).does("UNAUTHORIZED").says("A057302");
            assertThat(other.api()
                            .post("auth/introspection/standard", "parameters", Form.of("token", tokens.access()))
                            .does("OK")
                            .content()
                            .toString())
                    .isEqualTo("{\"active\":false}");
        }
    }
}
