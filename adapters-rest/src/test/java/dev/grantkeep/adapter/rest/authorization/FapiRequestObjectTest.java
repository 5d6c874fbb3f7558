package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Browser;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What FAPI 1.0 Advanced (section 5.2.2) wants of request objects for {@code code id_token}, as far as a service or a
 * client can be set so, or RFC 9101 wants it as well.
 */
final class FapiRequestObjectTest extends SignedRequests {
    /** A request for a code and an ID token. */
    private static Map<String, Object> hybrid(Client of) {
        return with(claims(of), "response_type", "code id_token", "scope", "openid", "nonce", "inside");
    }

    private static Map<String, String> allowed(Client of, Answer asked) {
        Service its = SERVER.stores().services().find(of.service()).orElseThrow();
        return OpenIdProvider.response(
                new Browser(SERVER.v2(its)).issue(accepted(asked).member("ticket")));
    }

    private static Map<String, Object> idToken(Map<String, String> response) {
        return JsonText.read(OpenIdProvider.part(response.get("id_token"), 1));
    }

    /** Number 10: only the parameters in the object. */
    @Nested
    class WhatStandsBesideAlone {
        @Test
        void isNoScope() {
            Answer answer = ask(client, signed(without(hybrid(client), "scope")), "&scope=openid");
            refused(answer, "A004302", "invalid_request");
        }

        @Test
        void isNoNonce() {
            Answer answer = ask(client, signed(without(hybrid(client), "nonce")), "&nonce=beside");
            assertThat(OpenIdProvider.response(answer))
                    .containsEntry("error", "invalid_request")
                    .containsEntry("state", "inside")
                    .doesNotContainKeys("code", "id_token");
        }

        @Test
        void isNoRedirectUri() {
            Answer answer = ask(
                    client,
                    signed(without(hybrid(client), "redirect_uri")),
                    "&redirect_uri=" + encoded(Clients.REDIRECT_URI));
            assertThat(answer.member("action")).as(answer.body()).isEqualTo("BAD_REQUEST");
            assertThat(answer.member("ticket")).isNull();
        }

        @Test
        void isNoState() {
            Answer answer = ask(client, signed(without(hybrid(client), "state")), "&state=beside");
            Map<String, String> response = allowed(client, answer);
            assertThat(response).containsKeys("code", "id_token").doesNotContainKey("state");
            assertThat(idToken(response)).containsKey("c_hash").doesNotContainKey("s_hash");
        }
    }

    @Nested
    class WhatIsInside {
        @Test
        void isTheNonceOfTheIdTokenThoughAnotherStandsBeside() {
            Answer answer = ask(client, signed(hybrid(client)), "&nonce=beside&response_type=code+id_token");
            assertThat(idToken(allowed(client, answer))).containsEntry("nonce", "inside");
        }

        @ParameterizedTest
        @CsvSource({"64, 16", "384, 16", "43, 128", "16, 1000"})
        void comesBackWhole(int nonce, int state) {
            Map<String, Object> claims = with(hybrid(client), "nonce", "n".repeat(nonce), "state", "s".repeat(state));
            Map<String, String> response = allowed(client, ask(signed(claims)));
            assertThat(response).containsEntry("state", "s".repeat(state));
            assertThat(idToken(response))
                    .containsEntry("nonce", "n".repeat(nonce))
                    .containsKey("s_hash");
        }

        @Test
        void goesToNoQuery() {
            Answer answer = ask(signed(with(hybrid(client), "response_mode", "query")));
            assertThat(answer.member("responseContent")).startsWith(Clients.REDIRECT_URI + "#error=invalid_request&");
        }
    }

    /** Section 8.6, where the client is registered so. */
    @Nested
    class AnRsaKey {
        private final RSAKey rsa = rsa();

        @Test
        void signsByTheAlgorithmOfTheClientAlone() throws JOSEException {
            Client its = clientOf(service, "jwks", set(rsa), "requestSignAlg", "PS256");
            accepted(ask(its, signedWith(JWSAlgorithm.PS256, its), ""));
            invalid(ask(its, signedWith(JWSAlgorithm.RS256, its), ""), "A005336");
        }

        private String signedWith(JWSAlgorithm algorithm, Client its) throws JOSEException {
            return signed(
                    JsonText.write(claims(its)), header(algorithm).keyID("rsa").build(), new RSASSASigner(rsa));
        }

        private static RSAKey rsa() {
            try {
                return new RSAKeyGenerator(2048).keyID("rsa").generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Number 15, where the service checks it. */
    @Nested
    class AnAudience {
        private final Client its =
                clientOf(serviceWith("requestObjectAudienceChecked", true, "pushedAuthReqEndpoint", ISSUER + "/par"));

        @Test
        void mayBeOneOfSeveral() {
            List<String> several = List.of(ISSUER, "https://other1.example.com", "invalid");
            accepted(ask(its, signed(with(claims(its), "aud", several)), ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {ISSUER + "/par", ISSUER + "/", "https://other.example"})
        void isNotAnEndpointAndNotAnother(String audience) {
            invalid(ask(its, signed(with(claims(its), "aud", audience)), ""), "A005306", "aud");
        }
    }

    /** Numbers 13 and 17: {@code exp} and {@code nbf} are there, and are an hour apart at most. */
    @Nested
    class TheProfile {
        private static List<Map<String, Object>> againstIt(Client of) {
            Map<String, Object> right = byIt(of);
            return List.of(
                    without(right, "exp"),
                    without(right, "nbf"),
                    with(right, "exp", now() + 3601),
                    with(right, "nbf", now() - 3601));
        }

        private static Map<String, Object> byIt(Client of) {
            return with(hybrid(of), "nbf", now(), "exp", now() + 3600);
        }

        /** It is not there yet: nobody who asks for it is served by other rules. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isRefusedWhateverIsSent(boolean byService) {
            Object[] demand = {"fapiModes", List.of("FAPI1_ADVANCED")};
            Client its = clientOf(byService ? serviceWith(demand) : service, byService ? new Object[0] : demand);
            isRefused(its, byIt(its));
            againstIt(its).forEach(claims -> isRefused(its, claims));
        }

        @Test
        void isNotForWhoDoesNotAskForIt() {
            accepted(ask(signed(byIt(client))));
            againstIt(client).forEach(claims -> accepted(ask(signed(claims))));
        }

        private static void isRefused(Client its, Map<String, Object> claims) {
            String object = signed(claims);
            Answer answer = ask(its, object, "");
            assertThat(answer.member("ticket")).isNull();
            assertThat(OpenIdProvider.response(answer))
                    .containsEntry("error", "invalid_request")
                    .hasEntrySatisfying(
                            "error_description", told -> assertThat(told).contains("fapiModes"))
                    .doesNotContainKeys("code", "id_token");
            Answer pushed = push(its, object);
            assertThat(pushed.member("action")).as(pushed.body()).isEqualTo("FORBIDDEN");
            assertThat(pushed.member("requestUri")).isNull();
            assertThat(pushed.member("responseContent")).contains("invalid_request", "fapiModes");
        }

        private static Answer push(Client its, String object) {
            Service of = SERVER.stores().services().find(its.service()).orElseThrow();
            return SERVER.v2(of)
                    .post(
                            "/pushed_auth_req",
                            Fields.of(
                                    "parameters",
                                    "request=" + object,
                                    "clientId",
                                    its.id().toString(),
                                    "clientSecret",
                                    its.secret().value()));
        }
    }
}
