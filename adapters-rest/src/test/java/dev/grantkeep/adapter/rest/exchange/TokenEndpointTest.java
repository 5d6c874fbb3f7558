package dev.grantkeep.adapter.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code auth/token}. */
class TokenEndpointTest {
    private static final RestServer SERVER = RestServer.shared();
    private static final String REDIRECT = "&redirect_uri=https%3A%2F%2Fclient.example.org%2Fcb%2Fexample.com";

    private final Service service =
            SERVER.given(Services.aService().withDurations(3600, 7200, 0).build());
    private final Client client =
            SERVER.given(Clients.aClient().of(service).withAlias("my-app").build());
    private final Browser browser = new Browser(SERVER.v2(service));

    @Nested
    class Code {
        @Test
        void isExchangedForTokens() {
            Answer answer = exchange(code("&scope=read+write"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("type")).isEqualTo("tokenResponse");
            assertThat(answer.message())
                    .isEqualTo(
                            "[A050001] The token request (grant_type=authorization_code) was processed successfully.");
            assertThat(answer.member("action")).isEqualTo("OK");
            assertThat(answer.member("responseContent"))
                    .isEqualTo("{\"access_token\":\"" + answer.member("accessToken")
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\""
                            + answer.member("refreshToken") + "\",\"scope\":\"read write\"}");
            assertThat(answer.member("accessTokenDuration")).isEqualTo("3600");
            assertThat(answer.member("refreshTokenDuration")).isEqualTo("7200");
            assertThat(answer.member("grantType")).isEqualTo("AUTHORIZATION_CODE");
            assertThat(answer.member("clientId")).isEqualTo(client.id().toString());
            assertThat(answer.member("clientIdAlias")).isEqualTo("my-app");
            assertThat(answer.member("clientAuthMethod")).isEqualTo("CLIENT_SECRET_BASIC");
            assertThat(answer.member("subject")).isEqualTo("user1");
            assertThat(answer.body())
                    .contains("\"scopes\":[\"read\",\"write\"]")
                    .doesNotContain("null", "refreshTokenScopes");
        }

        @Test
        void withoutScopesHasNoScopeMember() {
            assertThat(exchange(code("")).member("responseContent")).doesNotContain("scope");
        }

        @Test
        void bringsItsVisibleProperties() {
            String code = browser.allow(
                            client,
                            "&response_type=code",
                            "properties",
                            Json.read(
                                    "[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"h\",\"value\":\"2\",\"hidden\":true}]"))
                    .member("authorizationCode");
            Answer answer = exchange(code, "properties", Json.read("[{\"key\":\"b\",\"value\":\"3\"}]"));
            assertThat(answer.member("responseContent")).endsWith(",\"a\":\"1\",\"b\":\"3\"}");
            assertThat(answer.body()).contains("{\"key\":\"h\",\"value\":\"2\",\"hidden\":true}");
        }

        @Test
        void worksOnce() {
            String code = code("");
            exchange(code);
            Answer again = exchange(code);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(again.member("responseContent"))
                    .isEqualTo("{\"error\":\"invalid_grant\","
                            + "\"error_description\":\"[A050305] No such authorization code.\","
                            + "\"error_uri\":\"https://docs.authlete.com/#A050305\"}");
        }

        @Test
        void isNotUsedUpByAFailure() {
            String code = browser.allow(client, "&response_type=code" + REDIRECT + "&code_challenge=" + "c".repeat(43))
                    .member("authorizationCode");
            assertThat(token("grant_type=authorization_code&code=" + code).code())
                    .isEqualTo("A050308");
            String request = "grant_type=authorization_code&code=" + code + REDIRECT;
            assertThat(token(request).code()).isEqualTo("A050312");
            assertThat(token(request + "&code_verifier=" + "d".repeat(43)).code())
                    .isEqualTo("A050315");
            assertThat(token(request + "x&code_verifier=" + "c".repeat(43)).code())
                    .isEqualTo("A050309");
            assertThat(token(request + "&code_verifier=" + "c".repeat(43)).member("action"))
                    .isEqualTo("OK");
        }

        @Test
        void threeZeroTellsTheRefreshTokensScopes() {
            Answer answer = SERVER.v3(service)
                    .post("/auth/token", request("grant_type=authorization_code&code=" + code("&scope=read")));
            assertThat(answer.member("type")).isNull();
            assertThat(answer.body()).contains("\"refreshTokenScopes\":[\"read\"]");
        }
    }

    @Nested
    class RefreshToken {
        @Test
        void isRotated() {
            Answer first = exchange(code("&scope=read+write"));
            Answer second = refresh(first.member("refreshToken"), "&scope=read");
            assertThat(second.member("action")).as(second.body()).isEqualTo("OK");
            assertThat(second.member("grantType")).isEqualTo("REFRESH_TOKEN");
            assertThat(second.member("refreshToken")).isNotEqualTo(first.member("refreshToken"));
            assertThat(second.member("responseContent")).contains("\"scope\":\"read\"");
            assertThat(second.member("previousRefreshTokenUsed")).isEqualTo("false");
        }

        @Test
        void thatComesAgainEndsTheTokens() {
            Answer first = exchange(code(""));
            Answer second = refresh(first.member("refreshToken"), "");
            Answer again = refresh(first.member("refreshToken"), "");
            assertThat(again.member("action")).isEqualTo("BAD_REQUEST");
            assertThat(again.code()).isEqualTo("A053308");
            assertThat(again.member("previousRefreshTokenUsed")).isEqualTo("true");
            assertThat(refresh(second.member("refreshToken"), "").code()).isEqualTo("A053305");
        }

        @Test
        void thatComesAgainInTimeGetsTheSameAnswerAndItsAge() {
            Service tolerant = SERVER.given(Services.aService()
                    .withDurations(3600, 7200, 0)
                    .with("refreshTokenIdempotent", true)
                    .build());
            Client itsClient = SERVER.given(Clients.aClient().of(tolerant).build());
            String code = new Browser(SERVER.v2(tolerant))
                    .allow(itsClient, "&response_type=code")
                    .member("authorizationCode");
            Answer first = token(tolerant, itsClient, "grant_type=authorization_code&code=" + code);
            String request = "grant_type=refresh_token&refresh_token=" + first.member("refreshToken");
            Answer second = token(tolerant, itsClient, request);
            SERVER.clock().advance(Duration.ofSeconds(10));
            Answer again = token(tolerant, itsClient, request);
            assertThat(again.member("refreshToken")).isEqualTo(second.member("refreshToken"));
            assertThat(again.member("accessToken")).isEqualTo(second.member("accessToken"));
            assertThat(again.member("previousRefreshTokenUsed")).isEqualTo("true");
            assertThat(again.member("responseContent")).contains("\"expires_in\":3590,");
            assertThat(again.member("refreshTokenDuration")).isEqualTo("7190");
        }

        @Test
        void isForNoOtherResourceThanWasGranted() {
            String granted = "&resource=https%3A%2F%2Fa.example";
            String refreshToken = exchange(code(granted)).member("refreshToken");
            Answer other = refresh(refreshToken, "&resource=https%3A%2F%2Fb.example");
            assertThat(other.code()).isEqualTo("A051306");
            assertThat(other.member("responseContent")).startsWith("{\"error\":\"invalid_target\",");
            assertThat(refresh(refreshToken, "&resource=nonsense").member("responseContent"))
                    .startsWith("{\"error\":\"invalid_target\",");
            assertThat(refresh(refreshToken, granted).member("action")).isEqualTo("OK");
        }

        @Test
        void givesNoMoreThanWasGranted() {
            Answer answer = refresh(exchange(code("&scope=read")).member("refreshToken"), "&scope=read+write");
            assertThat(answer.message())
                    .isEqualTo("[A051302] The token request asks for scopes that were not granted (write).");
            assertThat(answer.member("responseContent")).startsWith("{\"error\":\"invalid_scope\",");
        }
    }

    @Nested
    class Authentication {
        @Test
        void clientCredentialsGetATokenWithoutASubject() {
            Answer answer = token("grant_type=client_credentials&scope=read");
            assertThat(answer.member("action")).isEqualTo("OK");
            assertThat(answer.message())
                    .isEqualTo(
                            "[A050001] The token request (grant_type=client_credentials) was processed successfully.");
            assertThat(answer.member("subject")).isNull();
            assertThat(answer.member("refreshToken")).isNull();
            assertThat(answer.member("responseContent")).doesNotContain("refresh_token");
        }

        @Test
        void aWrongSecretIsAnInvalidClient() {
            Answer answer = SERVER.v2(service)
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters", "grant_type=client_credentials",
                                    "clientId", client.id().toString(),
                                    "clientSecret", "wrong"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(answer.member("responseContent")).startsWith("{\"error\":\"invalid_client\",");
        }

        @Test
        void aSecretInTheBodyIsReadFromThere() {
            Client poster = SERVER.given(Clients.aClient()
                    .of(service)
                    .withAuthMethod(ClientAuthMethod.CLIENT_SECRET_POST)
                    .build());
            Answer answer = SERVER.v2(service)
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    "grant_type=client_credentials&client_id=" + poster.id() + "&client_secret="
                                            + poster.secret().value()));
            assertThat(answer.member("clientAuthMethod")).isEqualTo("CLIENT_SECRET_POST");
        }

        @Test
        void anAliasIsToldWhenItWasUsed() {
            Answer answer = SERVER.v2(service)
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters", "grant_type=client_credentials",
                                    "clientId", "my-app",
                                    "clientSecret", client.secret().value()));
            assertThat(answer.body()).contains("\"clientIdAlias\":\"my-app\",\"clientIdAliasUsed\":true");
        }

        @Test
        void aLockedClientIsStopped() {
            Client locked =
                    SERVER.given(Clients.aClient().of(service).thatIsLocked().build());
            Answer answer = token(service, locked, "grant_type=client_credentials");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("A001215");
        }
    }

    @Nested
    class BadInput {
        @Test
        void isTheClientsFaultWhenItIsInItsRequest() {
            for (String request : List.of(
                    "",
                    "grant_type=",
                    "grant_type=nonsense",
                    "grant_type=client_credentials&grant_type=client_credentials",
                    "grant_type=%zz",
                    "grant_type=%ff",
                    "grant_type=authorization_code",
                    "grant_type=refresh_token",
                    "grant_type=authorization_code&code=%00",
                    "grant_type=client_credentials&scope=%22",
                    "grant_type=urn:ietf:params:oauth:grant-type:token-exchange",
                    "grant_type=password&username=u")) {
                Answer answer = token(request);
                assertThat(answer.status()).as(request).isEqualTo(200);
                assertThat(answer.member("action")).as(answer.body()).isEqualTo("BAD_REQUEST");
                assertThat(answer.member("responseContent")).startsWith("{\"error\":\"");
            }
        }

        @Test
        void isTheCallersFaultOtherwise() {
            for (String body : List.of(
                    "{}",
                    Fields.of("parameters", "grant_type=client_credentials", "accessTokenDuration", "long"),
                    Fields.of("parameters", "grant_type=client_credentials", "accessTokenDuration", Long.MAX_VALUE),
                    Fields.of("parameters", "grant_type=client_credentials", "accessToken", "a b"))) {
                Answer answer = SERVER.v2(service).post("/auth/token", body);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.member("action")).as(answer.body()).isEqualTo("INTERNAL_SERVER_ERROR");
                assertThat(answer.member("responseContent")).startsWith("{\"error\":\"server_error\",");
            }
        }

        @Test
        void protectionsThatAreNotThereAreRefused() {
            for (String name : List.of("oauthClientAttestation", "oauthClientAttestationPop")) {
                Answer answer = token("grant_type=client_credentials", name, "x");
                assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
                assertThat(answer.message()).startsWith("[A047308] The request contains '" + name + "', but ");
            }
        }

        /** A front end behind mutual TLS sends the certificate with every call; the token type tells that it binds nothing. */
        @Test
        void aProofOrCertificateOfAPlainClientIsNotLookedAt() {
            for (String name : List.of("dpop", "clientCertificate")) {
                Answer answer = token("grant_type=client_credentials", name, "x");
                assertThat(answer.member("action")).isEqualTo("OK");
                assertThat(answer.member("responseContent")).contains("\"token_type\":\"Bearer\"");
            }
        }

        @Test
        void aChosenTokenThatIsTakenIsTheCallersFault() {
            String chosen = "chosen-" + client.id();
            token("grant_type=client_credentials", "accessToken", chosen);
            Answer answer = token("grant_type=client_credentials", "accessToken", chosen);
            assertThat(answer.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(answer.code()).isEqualTo("A050201");
        }

        @Test
        void propertiesThatAreTooLargeTogetherAreTheCallersFault() {
            Object half = Json.read("[{\"key\":\"a\",\"value\":\"" + "x".repeat(30_000) + "\"}]");
            Object otherHalf = Json.read("[{\"key\":\"b\",\"value\":\"" + "x".repeat(30_000) + "\"}]");
            String code = browser.allow(client, "&response_type=code", "properties", half)
                    .member("authorizationCode");
            Answer answer = exchange(code, "properties", otherHalf);
            assertThat(answer.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(answer.code()).isEqualTo("A050202");
            Answer first = exchange(code);
            Answer second = token(
                    "grant_type=refresh_token&refresh_token=" + first.member("refreshToken"), "properties", otherHalf);
            assertThat(second.member("action")).isEqualTo("INTERNAL_SERVER_ERROR");
            assertThat(refresh(first.member("refreshToken"), "").member("action"))
                    .isEqualTo("OK");
        }

        @Test
        void aGrantTypeThatIsNotAllowedIsNamed() {
            Client narrow = SERVER.given(Clients.aClient()
                    .of(service)
                    .withGrantTypes(GrantType.AUTHORIZATION_CODE)
                    .build());
            Answer answer = token(service, narrow, "grant_type=client_credentials");
            assertThat(answer.message())
                    .isEqualTo("[A047305] The grant type 'client_credentials' is not allowed for the client.");
            assertThat(answer.member("responseContent")).startsWith("{\"error\":\"unauthorized_client\",");
        }
    }

    private String code(String query) {
        return browser.allow(client, "&response_type=code" + query).member("authorizationCode");
    }

    private Answer exchange(String code, Object... more) {
        return token("grant_type=authorization_code&code=" + code, more);
    }

    private Answer refresh(String refreshToken, String more) {
        return token("grant_type=refresh_token&refresh_token=" + refreshToken + more);
    }

    private Answer token(String parameters, Object... more) {
        return SERVER.v2(service).post("/auth/token", request(parameters, more));
    }

    private static Answer token(Service of, Client by, String parameters) {
        return SERVER.v2(of).post("/auth/token", request(by, parameters));
    }

    private String request(String parameters, Object... more) {
        return request(client, parameters, more);
    }

    private static String request(Client by, String parameters, Object... more) {
        List<Object> fields = new ArrayList<>(List.of(
                "parameters",
                parameters,
                "clientId",
                by.id().toString(),
                "clientSecret",
                by.secret().value(),
                "htm",
                "POST",
                "dpopNonceRequired",
                false,
                "accessTokenDuration",
                0,
                "refreshTokenDuration",
                0));
        fields.addAll(Arrays.asList(more));
        return Fields.of(fields.toArray());
    }
}
