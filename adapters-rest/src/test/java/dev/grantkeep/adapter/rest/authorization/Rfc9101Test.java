package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.SharedSecret;
import dev.grantkeep.domain.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9101, The OAuth 2.0 Authorization Framework: JWT-Secured Authorization Request (JAR), by its sections. */
final class Rfc9101Test extends SignedRequests {
    @Nested
    class Section4TheRequestObject {
        @Test
        void holdsTheParameters() {
            Answer answer = accepted(ask(signed(with(
                    claims(client),
                    "scope",
                    "openid read",
                    "prompt",
                    "login",
                    "login_hint",
                    "joe",
                    "resource",
                    List.of("https://a.example/", "https://b.example/"),
                    "max_age",
                    300L,
                    "acr_values",
                    "gold"))));
            assertThat(answer.body())
                    .contains(
                            "\"prompts\":[\"LOGIN\"]",
                            "\"loginHint\":\"joe\"",
                            "\"resources\":[\"https://a.example/\",\"https://b.example/\"]",
                            "\"maxAge\":300",
                            "\"acrs\":[\"gold\"]",
                            "\"clientIdAliasUsed\":false");
            assertThat(answer.message()).contains("openid=true");
        }

        @Test
        void isShownToThePages() {
            String payload = JsonText.write(with(claims(client), "jti", "one", "unknown", Map.of("a", 1L)));
            assertThat(accepted(ask(signed(payload))).member("requestObjectPayload"))
                    .isEqualTo(payload);
            assertThat(accepted(asks(client, "&response_type=code")).member("requestObjectPayload"))
                    .isNull();
        }

        @Test
        void mayHaveWhatIsJsonAsJsonOrAsText() {
            Map<String, Object> asked = Map.of("id_token", Map.of("email", Map.of("essential", true)));
            List<Object> details = List.of(Map.of("type", "payment", "amount", 12L));
            Service its = serviceWith("supportedAuthorizationDetailsTypes", List.of("payment"));
            Client of = clientOf(its);
            for (List<Object> forms : List.of(
                    List.<Object>of(asked, details, 300L),
                    List.<Object>of(JsonText.write(asked), JsonText.write(details), "300"))) {
                Answer answer = accepted(ask(
                        of,
                        signed(with(
                                claims(of),
                                "claims",
                                forms.get(0),
                                "authorization_details",
                                forms.get(1),
                                "max_age",
                                forms.get(2))),
                        ""));
                assertThat(answer.member("idTokenClaims")).isEqualTo("{\"email\":{\"essential\":true}}");
                assertThat(answer.member("maxAge")).isEqualTo("300");
                assertThat(answer.json()
                                .get("authorizationDetails")
                                .get("elements")
                                .size())
                        .isEqualTo(1);
            }
        }

        /** A claim that is asked for without more is null there (OpenID Connect Core section 5.5.1). */
        @Test
        void keepsTheNullsOfClaims() {
            Answer answer = accepted(
                    ask(
                            signed(
                                    "{\"client_id\":\"" + client.id()
                                            + "\",\"response_type\":\"code\",\"claims\":{\"userinfo\":{\"name\":null},\"id_token\":{\"email\":null}}}")));
            assertThat(answer.member("idTokenClaims")).isEqualTo("{\"email\":null}");
            assertThat(answer.member("userInfoClaims")).isEqualTo("{\"name\":null}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "scope | [\"read\"]",
                    "scope | {}",
                    "scope | 1",
                    "scope | true",
                    "state | 17",
                    "state | [\"a\"]",
                    "nonce | false",
                    "nonce | {\"a\":1}",
                    "redirect_uri | [\"https://client.example.org/cb/example.com\"]",
                    "response_type | [\"code\"]",
                    "client_id | 4711",
                    "max_age | true",
                    "max_age | [300]",
                    "claims | [{}]",
                    "claims | 1",
                    "claims | true",
                    "authorization_details | {\"type\":\"payment\"}",
                    "authorization_details | 1",
                    "resource | {}",
                    "resource | 1",
                    "resource | [1]",
                    "resource | [[\"https://a.example/\"]]",
                    "resource | [\"https://a.example/\",null]",
                    "dpop_jkt | 1",
                    "grant_id | []",
                    "prompt | [\"login\"]",
                    "code_challenge | 1"
                })
        void holdsNoParameterOfAnotherType(String name, String json) {
            String payload = JsonText.write(without(claims(client), name));
            String object = payload.substring(0, payload.length() - 1) + ",\"" + name + "\":" + json + "}";
            invalid(ask(signed(object)), "A005305", "'" + name + "'");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "max_age | 1.5 | A009316",
                    "max_age | -1 | A009316",
                    "max_age | 1e400 | A005301",
                    "claims | \"x\" | A009318",
                    "claims | {\"id_token\":[]} | A009318",
                    "authorization_details | [null] | A249301",
                    "authorization_details | [1] | A249301",
                    "resource | [\"relative\"] | A251307",
                    "scope | \"a,\\\\b\" | A009312",
                    "registration | {} | A009321",
                    "dpop_jkt | \"x\" | A009317"
                })
        void isJudgedByWhatItSays(String name, String json, String code) {
            String payload = JsonText.write(without(claims(client), name));
            String object = payload.substring(0, payload.length() - 1) + ",\"" + name + "\":" + json + "}";
            Answer answer = ask(signed(object));
            assertThat(answer.member("action")).isIn("LOCATION", "BAD_REQUEST");
            if (!code.equals("A005301")) {
                assertThat(answer.code()).as(answer.message()).isEqualTo(code);
            }
        }

        @Test
        void saysNothingByNullAndByNothing() {
            Answer answer = accepted(ask(signed("{\"client_id\":\"" + client.id()
                    + "\",\"response_type\":\"code\",\"state\":null,\"scope\":\"\",\"resource\":[],\"claims\":null,"
                    + "\"max_age\":null,\"nonce\":null,\"prompt\":\"\"}")));
            assertThat(answer.member("maxAge")).isEqualTo("0");
            assertThat(answer.member("resources")).isNull();
            assertThat(denied(client, answer)).doesNotContainKey("state");
        }

        @ParameterizedTest
        @ValueSource(strings = {"request", "request_uri"})
        void holdsNoOther(String carrier) {
            invalid(ask(signed(with(claims(client), carrier, signed(claims(client))))), "A005304", "'" + carrier + "'");
            invalid(ask(signed(with(claims(client), carrier, 1L))), "A005304");
        }

        @Test
        void isMadeByAnotherLibrary() throws Exception {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setPayload(JsonText.write(claims(client)));
            jws.setAlgorithmHeaderValue("ES256");
            jws.setHeader("typ", "oauth-authz-req+jwt");
            jws.setKeyIdHeaderValue("ec");
            jws.setKey(KEY.toECPrivateKey());
            accepted(ask(jws.getCompactSerialization()));
        }
    }

    @Nested
    class Section5TheRequest {
        @Test
        void namesTheClient() {
            Answer nameless = SERVER.v2(service)
                    .post("/auth/authorization", Fields.of("parameters", "request=" + signed(claims(client))));
            refused(nameless, "A010301", "invalid_request");
        }

        @Test
        void hasOneObjectAlone() {
            String uri = "https://client.example/" + Unique.hash().value();
            Client its = clientOf(service, "requestUris", List.of(uri));
            refused(ask(its, signed(claims(its)), "&request_uri=" + encoded(uri)), "A008301", "invalid_request");
            refused(
                    ask(its, signed(claims(its)), "&request=" + signed(claims(its))),
                    "A009302",
                    "invalid_request",
                    "'request'");
            refused(
                    asks(its, "&request_uri=" + encoded(uri) + "&request_uri=" + encoded(uri)),
                    "A009302",
                    "invalid_request");
        }

        @Test
        void hasNoneWhereTheParameterIsEmpty() {
            accepted(asks(client, "&response_type=code&request=&request_uri="));
        }

        @Test
        void ofALockedClientIsStoppedBefore() {
            Client locked =
                    SERVER.given(Clients.aClient().of(service).thatIsLocked().build());
            assertThat(asks(locked, "&request=x").status()).isEqualTo(403);
        }
    }

    @Nested
    class Section5Dot2AnObjectByReference {
        private final String uri = "https://client.example/" + Unique.hash().value();
        private final DocumentAddress address = new DocumentAddress(uri);
        private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
        private final Client its = clientOf(service, "requestUris", List.of(uri, uri + "/hashed#first", "ftp://x/"));

        private Answer refer(String to) {
            return asks(its, "&request_uri=" + encoded(to));
        }

        private void noUri(Answer answer, String code, String... told) {
            refused(answer, code, "invalid_request_uri", told);
        }

        @Test
        void isFetched() {
            documents.publish(uri, signed(claims(its)) + "\n");
            assertThat(accepted(refer(uri)).member("requestObjectPayload")).contains("\"state\":\"inside\"");
        }

        @Test
        void isFetchedFromRegisteredAddressesAlone() {
            for (String other : List.of(
                    uri + "x",
                    uri + "/",
                    uri + "?a=b",
                    uri.replace("https", "http"),
                    "https://Client.example/" + uri.substring(23),
                    "urn:ietf:params:oauth:request_uri:x",
                    "x",
                    "#x",
                    "data:,x")) {
                documents.publish("https://client.example/", "");
                noUri(refer(other), "A008303", "is not registered");
            }
            assertThat(documents.fetches(address)).isZero();
            noUri(asks(client, "&request_uri=" + encoded(uri)), "A008303");
        }

        @Test
        void mayBeAnotherEachTime() {
            documents.publish(uri, signed(claims(its)));
            assertThat(accepted(refer(uri)).member("requestObjectPayload")).contains("inside");
            documents.publish(uri, signed(with(claims(its), "state", "another")));
            SERVER.clock().advance(Duration.ofSeconds(1));
            assertThat(accepted(refer(uri)).member("requestObjectPayload")).contains("another");
        }

        @Test
        void isNotAnOldCopyWhenThereIsAnOutage() {
            documents.publish(uri, signed(claims(its)));
            accepted(refer(uri));
            SERVER.clock().advance(Duration.ofSeconds(2));
            documents.fail(address, Reason.FAILING);
            noUri(refer(uri), "A008304", uri, "cannot be had");
        }

        @ParameterizedTest
        @CsvSource({
            "TOO_LARGE, is too large",
            "NOT_PUBLIC, no public address",
            "REDIRECTED, redirects",
            "TOO_SLOW, too long"
        })
        void mayNotBeHad(Reason reason, String told) {
            documents.fail(address, reason);
            noUri(refer(uri), "A008304", told, uri);
        }

        @Test
        void isAtAnAddressThatThereCanBe() {
            noUri(refer("ftp://x/"), "A008304", "https");
        }

        @Test
        void isNoObject() {
            documents.publish(uri, "<html>");
            invalid(refer(uri), "A005301");
            SERVER.clock().advance(Duration.ofSeconds(2));
            documents.publish(uri, signed(claims(its), STRANGE));
            invalid(refer(uri), "A005328");
        }
    }

    @Nested
    class Section6Dot2ASignedObject {
        @Test
        void isByTheClientsKey() {
            accepted(ask(signed(claims(client))));
            invalid(ask(signed(claims(client), STRANGE)), "A005328", "has a wrong signature");
            invalid(ask(signed(claims(client), key("unknown"))), "A005328", "a key that is not known");
        }

        /** Several keys of one name, and a message without one (RFC 7517 section 4.5). */
        @Test
        void isByOneOfTheKeysThatFit() throws Exception {
            RSAKey rsa = new RSAKeyGenerator(2048).keyID("ec").generate();
            Client its = clientOf(service, "jwks", set(rsa, STRANGE, KEY));
            accepted(ask(its, signed(claims(its)), ""));
            accepted(ask(
                    its,
                    signed(
                            JsonText.write(claims(its)),
                            header(JWSAlgorithm.ES256).build(),
                            KEY),
                    ""));
            accepted(ask(
                    its,
                    signed(
                            JsonText.write(claims(its)),
                            header(JWSAlgorithm.PS256).keyID("ec").build(),
                            new RSASSASigner(rsa)),
                    ""));
        }

        @Test
        void isByTheClientsSecret() {
            accepted(ask(signed(claims(client), client.secret().value())));
            invalid(ask(signed(claims(client), Unique.secret().value())), "A005328");
            Client open = clientOf(service, "clientType", "PUBLIC", "tokenAuthMethod", "NONE");
            invalid(ask(open, signed(claims(open), open.secret().value()), ""), "A005336");
            accepted(ask(open, signed(claims(open)), ""));
        }

        @Test
        void isByTheRegisteredAlgorithm() {
            for (String other : List.of("ES384", "PS256", "HS256", "NONE", "ES256K")) {
                Client its = clientOf(service, "requestSignAlg", other);
                invalid(ask(its, signed(claims(its)), ""), "A005336");
            }
            Client its = clientOf(service, "requestSignAlg", "ES256");
            accepted(ask(its, signed(claims(its)), ""));
            invalid(ask(its, signed(claims(its), its.secret().value()), ""), "A005336");
        }

        @Test
        void needsKeysOfTheClient() {
            Client its = clientOf(service, "jwks", null);
            invalid(ask(its, signed(claims(its)), ""), "A005307", "`jwks`", "`jwksUri`");
        }

        /** OpenID Connect Core section 10.1.1. */
        @Test
        void makesTheClientsKeysBeFetchedAgainOnceAMinute() {
            String address = "https://client.example/" + Unique.hash().value();
            InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
            Client its = clientOf(service, "jwks", null, "jwksUri", address);
            documents.publish(address, set(STRANGE));
            accepted(ask(its, signed(claims(its), STRANGE), ""));
            documents.publish(address, set(KEY));
            accepted(ask(its, signed(claims(its)), ""));
            for (int i = 0; i < 3; i++) {
                invalid(ask(its, signed(claims(its), key("made-up-" + i)), ""), "A005328");
            }
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(2);
            documents.publish(address, set(STRANGE));
            SERVER.clock().advance(Duration.ofSeconds(61));
            accepted(ask(its, signed(claims(its), STRANGE), ""));
        }
    }

    @Nested
    class Section6Dot3TheParameters {
        @Test
        void areThoseOfTheObjectAlone() {
            Answer answer = accepted(ask(
                    client,
                    signed(claims(client)),
                    "&state=beside&scope=openid&nonce=beside&prompt=none&response_type=token&login_hint=x&max_age=7"
                            + "&resource=relative&claims=x&dpop_jkt=x&code_challenge=x&scope=twice"));
            assertThat(answer.member("loginHint")).isNull();
            assertThat(answer.member("maxAge")).isEqualTo("0");
            assertThat(answer.message()).contains("[response_type=code, openid=false]");
            assertThat(denied(client, answer)).containsEntry("state", "inside");
        }

        @Test
        void areNotCompletedByThoseBesideTheObject() {
            refused(
                    ask(client, signed(without(claims(client), "response_type")), "&response_type=code"),
                    "A009301",
                    "invalid_request");
            Client several = clientOf(service, "redirectUris", List.of("https://a.example/", "https://b.example/"));
            refused(
                    ask(
                            several,
                            signed(without(claims(several), "redirect_uri")),
                            "&redirect_uri=" + encoded("https://a.example/")),
                    "A011301",
                    "invalid_request");
        }

        @Test
        void nameTheClientThatTheRequestNames() {
            Client other = clientOf(service);
            refused(
                    ask(signed(with(claims(client), "client_id", other.id().toString()))),
                    "A008307",
                    "invalid_request",
                    "'client_id'");
            accepted(ask(signed(without(claims(client), "client_id"))));
        }

        @Test
        void nameTheClientByItsAliasIfTheRequestDoes() {
            String alias = "app-" + Unique.hash().value();
            Client its = SERVER.given(Clients.aClient()
                    .of(service)
                    .withAlias(alias)
                    .with("jwks", set(KEY))
                    .build());
            Map<String, Object> byAlias = with(claims(its), "client_id", alias, "iss", alias);
            Answer answer = SERVER.v2(service)
                    .post(
                            "/auth/authorization",
                            Fields.of("parameters", "client_id=" + alias + "&request=" + signed(byAlias)));
            assertThat(accepted(answer).member("clientIdAliasUsed")).isEqualTo("true");
            refused(ask(its, signed(with(byAlias, "iss", its.id().toString())), ""), "A008307", "invalid_request");
        }

        @Test
        void decideWhichScopesAreAskedFor() {
            Answer answer =
                    accepted(ask(client, signed(with(claims(client), "scope", "openid read")), "&scope=profile+email"));
            assertThat(scopes(answer)).containsExactlyInAnyOrder("openid", "read");
            assertThat(scopes(ask(client, signed(without(claims(client), "scope")), "&scope=read")))
                    .isEmpty();
        }
    }

    @Nested
    class Section7Errors {
        @Test
        void goToNoAddressBesideTheObject() {
            for (String bad : List.of("x", signed(claims(client), STRANGE), unsigned(claims(client)))) {
                Answer answer =
                        ask(client, bad, "&response_type=code&state=s&redirect_uri=" + encoded(Clients.REDIRECT_URI));
                assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
            }
        }

        @Test
        void goToTheAddressInTheObject() {
            Answer answer = ask(signed(with(claims(client), "prompt", "x")));
            assertThat(answer.member("action")).isEqualTo("LOCATION");
            assertThat(answer.member("responseContent"))
                    .startsWith(Clients.REDIRECT_URI + "?error=invalid_request&")
                    .contains("&state=inside");
            refused(
                    ask(
                            client,
                            signed(with(claims(client), "redirect_uri", "https://evil.example/")),
                            "&redirect_uri=" + encoded(Clients.REDIRECT_URI)),
                    "A011304",
                    "invalid_request");
        }
    }

    @Nested
    class Section10Security {
        /** Section 10.1. */
        @Test
        void anObjectIsSigned() {
            invalid(ask(unsigned(claims(client))), "A008311", "is not signed");
            Client registered = clientOf(service, "requestSignAlg", "NONE");
            invalid(ask(registered, unsigned(claims(registered)), ""), "A008311");
        }

        /** Section 10.5. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void anObjectCanBeDemanded(boolean byService) {
            Object[] demand = {"requestObjectRequired", true};
            Client its = clientOf(byService ? serviceWith(demand) : service, byService ? new Object[0] : demand);
            Answer answer = asks(its, "&response_type=code&state=s");
            assertThat(answer.member("action")).isEqualTo("LOCATION");
            assertThat(answer.code()).isEqualTo("A008302");
            assertThat(answer.member("responseContent"))
                    .contains("?error=invalid_request&", "requestObjectRequired", "&state=s");
            assertThat(asks(its, "&response_type=code&request=").code()).isEqualTo("A008302");
            invalid(ask(its, unsigned(claims(its)), ""), "A008311");
            accepted(ask(its, signed(claims(its)), ""));
        }

        /** The demand is on authorization requests; a client's own tokens are made without. */
        @Test
        void aDemandOfObjectsLeavesOtherTokensAlone() {
            Client its = clientOf(service, "requestObjectRequired", true);
            Answer token = SERVER.v2(service)
                    .post(
                            "/auth/token",
                            Fields.of(
                                    "parameters",
                                    "grant_type=client_credentials",
                                    "clientId",
                                    its.id().toString(),
                                    "clientSecret",
                                    its.secret().value()));
            assertThat(token.member("action")).isEqualTo("OK");
        }

        /** Section 10.8. */
        @ParameterizedTest
        @ValueSource(strings = {"JWT", "jwt", "oauth-authz-req+jwt", "application/oauth-authz-req+jwt"})
        void anObjectIsOfItsTypeOrOfNone(String type) {
            accepted(ask(typed(type)));
            accepted(ask(typed(null)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"at+jwt", "application/at+jwt", "dpop+jwt", "logout+jwt", "JWS", "", "x/JWT", "secevent+jwt"
                })
        void anObjectIsOfNoOtherType(String type) {
            invalid(ask(typed(type)), "A005306", "typ");
            invalid(ask(encrypted(typed(type))), "A005306", "typ");
        }

        @Test
        void anEncryptedObjectIsOfNoOtherTypeEither() throws Exception {
            JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A128GCM)
                    .type(new JOSEObjectType("at+jwt"))
                    .build();
            byte[] secret = new SharedSecret(client.secret()).forEncryption(128);
            invalid(ask(encrypted(signed(claims(client)), header, new DirectEncrypter(secret))), "A005306", "typ");
        }

        private String typed(String type) {
            return signed(
                    JsonText.write(claims(client)),
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(type == null ? null : new JOSEObjectType(type))
                            .build(),
                    KEY);
        }
    }
}
