package dev.grantkeep.adapter.rest.exchange;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.content;
import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.encoded;
import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.domain.client.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749, OAuth 2.0: what an authorization server must and must not. Without OpenID Connect. */
class Rfc6749Test {
    private static final RestServer SERVER = RestServer.shared();

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());
    private final Client client = provider.client();

    @Nested
    class Section2Dot3ClientAuthentication {
        @Test
        void aSecretInTheBodyIsTakenWhereTheClientIsRegisteredSo() {
            Client post = provider.client("tokenAuthMethod", "CLIENT_SECRET_POST");
            assertThat(inBody(post, post.secret().value()).member("action")).isEqualTo("OK");
        }

        @Test
        void aMethodThatTheClientIsNotRegisteredForIsRefused() {
            invalidClient(inBody(client, client.secret().value()));
            Client post = provider.client("tokenAuthMethod", "CLIENT_SECRET_POST");
            invalidClient(provider.redeem(post, request(post).code()));
        }

        @Test
        void oneMethodInARequestIsTheMost() {
            String code = request(client).code();
            error(provider.redeem(client, code, "client_secret", client.secret().value()), "invalid_request");
        }

        @ParameterizedTest
        @ValueSource(strings = {"wrong", "", "null"})
        void aWrongSecretIsRefused(String secret) {
            Answer refused = provider.caller()
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    parameters(request(client).code()),
                                    "clientId",
                                    client.id().toString(),
                                    "clientSecret",
                                    secret));
            invalidClient(refused);
        }

        @Test
        void anotherClientsSecretIsRefused() {
            Client other = provider.client();
            invalidClient(provider.caller()
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    parameters(request(client).code()),
                                    "clientId",
                                    client.id().toString(),
                                    "clientSecret",
                                    other.secret().value())));
        }

        /** What else the request has is not what the client is registered for. */
        @ParameterizedTest
        @ValueSource(
                strings = {"TLS_CLIENT_AUTH", "SELF_SIGNED_TLS_CLIENT_AUTH", "ATTEST_JWT_CLIENT_AUTH", "SPIFFE_JWT"})
        void aMethodThatIsNotGivenAuthenticatesNobody(String method) {
            Client its = provider.client("tokenAuthMethod", method);
            String code = request(its).code();
            invalidClient(provider.redeem(its, code));
            invalidClient(inBody(its, its.secret().value()));
            invalidClient(provider.caller()
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    parameters(code) + "&client_id=" + its.id(),
                                    "clientCertificate",
                                    "-----BEGIN CERTIFICATE-----")));
        }

        private Answer inBody(Client of, String secret) {
            return provider.caller()
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    parameters(request(of).code()) + "&client_id=" + of.id() + "&client_secret="
                                            + encoded(secret)));
        }
    }

    @Nested
    class Section3Dot1TheAuthorizationEndpoint {
        @ParameterizedTest
        @ValueSource(strings = {"state=a", "scope=read", "unknown=x&unknown=x", "response_type=code", "prompt=login"})
        void noParameterStandsTwice(String again) {
            Answer refused = ask("&response_type=code&scope=read&prompt=login&state=s&" + again);
            assertThat(response(refused))
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("code");
        }

        @Test
        void aParameterWithoutAValueCountsAsLeftOut() {
            Answer asked = ask("&response_type=code&scope=read&state=&prompt=&code_challenge=");
            assertThat(asked.member("action")).isEqualTo("INTERACTION");
        }

        @Test
        void anUnknownParameterIsIgnored() {
            assertThat(ask("&response_type=code&unknown=x").member("action")).isEqualTo("INTERACTION");
        }

        private Answer ask(String query) {
            return new Browser(provider.caller()).ask(client, query + "&redirect_uri=" + encoded(Clients.REDIRECT_URI));
        }
    }

    @Nested
    class Section4Dot1Dot2Responses {
        @ParameterizedTest
        @ValueSource(strings = {"s", "a b&c=d", "\u00e9\u20ac", "%00", "\"<>"})
        void theStateGoesBackAsItCame(String state) {
            assertThat(response(request(client).with("state", state).allow())).containsEntry("state", state);
            assertThat(response(request(client).with("state", state).fail("DENIED")))
                    .containsEntry("state", state);
        }

        @Test
        void noStateIsMadeUp() {
            assertThat(response(request(client).with("state", null).allow())).doesNotContainKey("state");
        }

        @Test
        void theQueryOfARedirectUriIsKept() {
            String uri = "https://client.example.org/cb?a=b%20c";
            Client its = provider.client("redirectUris", List.of(uri));
            assertThat(request(its).with("redirect_uri", uri).allow().member("responseContent"))
                    .startsWith(uri + "&code=");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://client.example.org/cb",
                    "https://client.example.org/cb?a=c",
                    "https://client.example.org/cb?a=b&d=e"
                })
        void anotherQueryIsAnotherRedirectUri(String uri) {
            Client its = provider.client("redirectUris", List.of("https://client.example.org/cb?a=b"));
            assertThat(request(its).with("redirect_uri", uri).ask().member("action"))
                    .isEqualTo("BAD_REQUEST");
        }

        @Test
        void aCodeIsShortLived() {
            String code = request(client).code();
            SERVER.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
            error(provider.redeem(client, code), "invalid_grant");
        }

        @Test
        void aTypeThatTheClientMayNotUseIsRefused() {
            Client its = provider.client("responseTypes", List.of("TOKEN"));
            assertThat(response(request(its).ask()))
                    .containsEntry("error", "unauthorized_client")
                    .containsEntry("state", "a state");
        }
    }

    @Nested
    class Section5TheTokenEndpoint {
        @Test
        void theAnswerHasItsMembersAndNoneThatIsNull() {
            Answer tokens = request(client).tokens();
            assertThat(content(tokens, "token_type")).isEqualTo("Bearer");
            assertThat(content(tokens, "expires_in")).isEqualTo("86400");
            assertThat(content(tokens, "scope")).isEqualTo("read");
            assertThat(tokens.member("responseContent")).doesNotContain("null");
        }

        @ParameterizedTest
        @CsvSource({
            "'', invalid_request",
            "grant_type=, invalid_request",
            "grant_type=x, unsupported_grant_type",
            "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=e30, unsupported_grant_type",
            "grant_type=authorization_code, invalid_request",
            "grant_type=authorization_code&code=x, invalid_grant",
            "grant_type=refresh_token, invalid_request",
            "grant_type=refresh_token&refresh_token=x, invalid_grant",
            "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
            "grant_type=client_credentials&scope=a&scope=b, invalid_request"
        })
        void anErrorHasItsName(String parameters, String error) {
            error(provider.token(client, parameters.isEmpty() ? "x=y" : parameters), error);
        }

        @Test
        void aGrantThatTheClientMayNotUseIsRefused() {
            Client its = provider.client("grantTypes", List.of("AUTHORIZATION_CODE"));
            error(provider.token(its, "grant_type=client_credentials"), "unauthorized_client");
        }
    }

    @Nested
    class Section6Refresh {
        @Test
        void anotherClientsTokenIsNone() {
            Answer tokens = request(client).tokens();
            error(provider.refresh(provider.client(), tokens), "invalid_grant");
            assertThat(provider.refresh(client, tokens).member("action")).isEqualTo("OK");
        }

        @Test
        void anAccessTokenIsNone() {
            Answer tokens = request(client).tokens();
            error(
                    provider.token(client, "grant_type=refresh_token&refresh_token=" + tokens.member("accessToken")),
                    "invalid_grant");
        }

        @Test
        void moreThanWasGrantedIsNotGiven() {
            Answer tokens = request(client).tokens();
            error(
                    provider.token(
                            client,
                            "grant_type=refresh_token&scope=read+email&refresh_token=" + tokens.member("refreshToken")),
                    "invalid_scope");
        }
    }

    @Nested
    class Section10Dot5Codes {
        @Test
        void aCodeIsOfItsClient() {
            String code = request(client).code();
            error(provider.redeem(provider.client(), code), "invalid_grant");
            assertThat(provider.redeem(client, code).member("action")).isEqualTo("OK");
        }

        /** RFC 9700 section 4.5: nor is it of a client without a secret that only says its name. */
        @Test
        void aCodeIsNotOfWhoNamesTheClient() {
            invalidClient(provider.caller()
                    .post(
                            "/auth/token",
                            Fields.of("parameters", parameters(request(client).code()) + "&client_id=" + client.id())));
        }

        @Test
        void aCodeThatComesTwiceEndsItsTokens() {
            String code = request(client).code();
            Answer tokens = provider.redeem(client, code);
            error(provider.redeem(client, code), "invalid_grant");
            assertThat(provider.caller()
                            .post("/auth/introspection", Fields.of("token", tokens.member("accessToken")))
                            .member("action"))
                    .isEqualTo("UNAUTHORIZED");
        }

        @Test
        void theRedirectUriOfTheRequestComesAgain() {
            String code = request(client).code();
            error(provider.redeem(client, code, "redirect_uri", ""), "invalid_grant");
            error(provider.redeem(client, code, "redirect_uri", Clients.REDIRECT_URI + "?"), "invalid_grant");
            assertThat(provider.redeem(client, code).member("action")).isEqualTo("OK");
        }
    }

    private OpenIdProvider.Request request(Client of) {
        return provider.request(of).with("scope", "read");
    }

    private static String parameters(String code) {
        return "grant_type=authorization_code&code=" + code + "&redirect_uri=" + encoded(Clients.REDIRECT_URI);
    }

    private static void invalidClient(Answer refused) {
        assertThat(refused.member("action")).as(refused.body()).isEqualTo("INVALID_CLIENT");
        assertThat(content(refused, "error")).isEqualTo("invalid_client");
        assertThat(refused.member("accessToken")).isNull();
    }

    private static void error(Answer refused, String error) {
        assertThat(refused.member("action")).as(refused.body()).isEqualTo("BAD_REQUEST");
        assertThat(content(refused, "error")).isEqualTo(error);
        assertThat(refused.member("accessToken")).isNull();
    }
}
