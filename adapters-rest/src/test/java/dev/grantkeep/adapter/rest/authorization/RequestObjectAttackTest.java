package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker sends as a request object, or makes of one. */
final class RequestObjectAttackTest extends SignedRequests {
    @Nested
    class AnotherClientsObject {
        @Test
        void isNotTaken() {
            Client other = clientOf(service, "jwks", set(key("other")));
            invalid(ask(other, signed(claims(client)), ""), "A005328");
            invalid(ask(other, signed(claims(client), client.secret().value()), ""), "A005328");
        }

        @Test
        void isNotTakenIfBothHaveTheKey() {
            Client twin = clientOf(service);
            invalid(ask(twin, signed(claims(client)), ""), "A005306", "iss");
            refused(ask(twin, signed(without(claims(client), "iss")), ""), "A008307", "invalid_request");
        }

        @Test
        void isNotTakenUnsigned() {
            Service traditional = aTraditionalService();
            Client one = clientOf(traditional);
            Client other = clientOf(traditional);
            Answer answer = ask(other, unsigned(without(claims(one), "iss")), "&response_type=code");
            assertThat(answer.code()).isEqualTo("A008307");
            assertThat(answer.member("ticket")).isNull();
        }

        @Test
        void ofAnotherServiceIsNotTaken() {
            Service checking = serviceWith("requestObjectAudienceChecked", true);
            Client its = clientOf(checking);
            invalid(ask(its, signed(with(claims(its), "aud", "https://other.example")), ""), "A005306", "aud");
            invalid(ask(its, signed(without(claims(its), "aud")), ""), "A005306", "aud");
            accepted(ask(its, signed(with(claims(its), "aud", List.of("x", ISSUER))), ""));
        }
    }

    @Nested
    class AnOldObject {
        @Test
        void isGoodUntilItExpires() {
            String object = signed(claims(client));
            accepted(ask(object));
            accepted(ask(object));
            SERVER.clock().advance(Duration.ofSeconds(60 + SKEW));
            invalid(ask(object), "A005306", "exp");
        }

        /** NOW has a part of a second. */
        @ParameterizedTest
        @CsvSource({
            "exp, -9, true",
            "exp, -11, false",
            "nbf, 9, true",
            "nbf, 11, false",
            "iat, 9, true",
            "iat, 11, false"
        })
        void isSeenWithTheSkewOfClocks(String claim, long fromNow, boolean good) {
            Answer answer = ask(signed(with(claims(client), claim, now() + fromNow)));
            if (good) {
                accepted(answer);
            } else {
                invalid(answer, "A005306", claim);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"exp", "nbf", "iat"})
        void hasTimesThatAreNumbers(String claim) {
            invalid(ask(signed(with(claims(client), claim, Long.toString(now())))), "A005306", claim);
        }
    }

    @Nested
    class AnotherJwt {
        @Test
        void isNoRequestThoughTheClientSignedIt() {
            Map<String, Object> assertion = Map.of(
                    "iss",
                    client.id().toString(),
                    "sub",
                    client.id().toString(),
                    "aud",
                    ISSUER,
                    "exp",
                    now() + 60,
                    "jti",
                    "one");
            String plain = signed(JsonText.write(assertion), new JWSHeader(JWSAlgorithm.ES256), KEY);
            invalid(ask(plain), "A005306", "sub");
            Client its = clientOf(aTraditionalService());
            String ofIts = signed(
                    JsonText.write(with(
                            assertion,
                            "iss",
                            its.id().toString(),
                            "sub",
                            its.id().toString())),
                    new JWSHeader(JWSAlgorithm.ES256),
                    KEY);
            assertThat(ask(its, ofIts, "&response_type=code").code()).isEqualTo("A005306");
        }

        /** Signed with the client's own secret, by the service. */
        @Test
        void isNoRequestThoughTheServiceSignedIt() throws Exception {
            Map<String, Object> idToken = Map.of(
                    "iss",
                    ISSUER,
                    "sub",
                    "user1",
                    "aud",
                    client.id().toString(),
                    "exp",
                    now() + 60,
                    "iat",
                    now(),
                    "nonce",
                    "n");
            String jwt = signed(
                    JsonText.write(idToken),
                    new JWSHeader(JWSAlgorithm.HS256),
                    new MACSigner(client.secret().value()));
            invalid(ask(jwt), "A005306", "iss");
        }

        @Test
        void isNoRequestThoughItIsAnIdTokenOfTheService() {
            OpenIdProvider provider = new OpenIdProvider(SERVER, aService());
            Client its = provider.client("idTokenSignAlg", "HS256");
            String idToken = OpenIdProvider.content(provider.request(its).tokens(), "id_token");
            invalid(ask(its, idToken, ""), "A005306", "iss");
        }
    }

    @Nested
    class AnotherAlgorithm {
        /** A public key is known to all. */
        @Test
        void isNotMadeWithAPublicKeyAsASecret() throws Exception {
            RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            for (String registered : Arrays.asList(null, "RS256")) {
                Client its = clientOf(service, "jwks", set(rsa), "requestSignAlg", registered);
                for (String known : List.of(
                        set(rsa),
                        rsa.toPublicJWK().toJSONString(),
                        Base64URL.encode(rsa.toRSAPublicKey().getEncoded()).toString(),
                        rsa.getModulus().toString())) {
                    invalid(ask(its, signed(claims(its), known), ""), registered == null ? "A005328" : "A005336");
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS1", "RS1"})
        void isNotNone(String algorithm) {
            String header = Base64URL.encode("{\"alg\":\"" + algorithm + "\"}").toString();
            String payload = Base64URL.encode(JsonText.write(claims(client))).toString();
            String signature = signed(claims(client)).split("\\.")[2];
            for (String end : List.of("", signature)) {
                Answer answer = ask(header + "." + payload + "." + end);
                assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
                assertThat(answer.code()).isIn("A008311", "A005336", "A005301");
            }
        }

        @Test
        void isNotThatOfASignatureThatWasTakenAway() {
            String object = signed(claims(client));
            String bare = object.substring(0, object.lastIndexOf('.') + 1);
            invalid(ask(bare), "A005328");
            invalid(ask(bare.substring(0, bare.length() - 1)), "A005301");
            String[] other = signed(with(claims(client), "scope", "openid")).split("\\.");
            String[] parts = object.split("\\.");
            invalid(ask(parts[0] + "." + other[1] + "." + parts[2]), "A005328");
        }
    }

    @Nested
    class AHeader {
        @Test
        void bringsNoKey() throws Exception {
            String own = JsonText.write(claims(client));
            for (JWSHeader header : List.of(
                    header(JWSAlgorithm.ES256)
                            .keyID("ec")
                            .jwk(STRANGE.toPublicJWK())
                            .build(),
                    header(JWSAlgorithm.ES256)
                            .keyID("x")
                            .jwk(STRANGE.toPublicJWK())
                            .build())) {
                invalid(ask(signed(own, header, STRANGE)), "A005328");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"jku", "x5u"})
        void makesNobodyFetchAKey(String member) {
            String address = "https://evil.example/" + Unique.hash().value();
            InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
            documents.publish(address, set(STRANGE));
            JWSHeader.Builder header = header(JWSAlgorithm.ES256).keyID("ec");
            JWSHeader built = member.equals("jku")
                    ? header.jwkURL(URI.create(address)).build()
                    : header.x509CertURL(URI.create(address)).build();
            invalid(ask(signed(JsonText.write(claims(client)), built, STRANGE)), "A005328");
            accepted(ask(signed(JsonText.write(claims(client)), built, KEY)));
            assertThat(documents.fetches(new DocumentAddress(address))).isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}",
                    "{\"alg\":\"ES256\",\"crit\":[]}",
                    "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}",
                    "{\"alg\":\"ES256\",\"b64\":true}",
                    "{\"alg\":\"ES256\",\"zip\":\"DEF\"}",
                    "{\"alg\":\"ES256\",\"alg\":\"none\"}",
                    "{\"alg\":[\"ES256\"]}",
                    "{}",
                    "[]",
                    "x"
                })
        void isRefusedIfItSaysMoreThanIsUnderstood(String header) {
            invalid(ask(signedWith(header, JsonText.write(claims(client)))), "A005301");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "true", "[\"JWT\"]", "{}"})
        void hasATypeThatIsAText(String type) {
            invalid(
                    ask(signedWith("{\"alg\":\"ES256\",\"typ\":" + type + "}", JsonText.write(claims(client)))),
                    "A005306");
        }
    }

    @Nested
    class AnEncryptedObject {
        @Test
        void isNotCompressed() throws Exception {
            JWEObject bomb = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                            .compressionAlgorithm(CompressionAlgorithm.DEF)
                            .build(),
                    new Payload("[".repeat(10_000_000)));
            bomb.encrypt(new RSAEncrypter(
                    JWKSet.parse(OpenIdProvider.KEYS).getKeyByKeyId("RS256").toRSAKey()));
            invalid(ask(bomb.serialize()), "A005301", "compressed");
        }

        @Test
        void isEncryptedOnce() {
            String twice = encrypted(encrypted(signed(claims(client))));
            invalid(ask(twice), "A005301", "encrypted twice");
            invalid(ask(encrypted(encrypted(encrypted(twice)))), "A005301", "encrypted twice");
        }

        @Test
        void isNoSignedEncryptedObject() {
            invalid(ask(signed("\"" + encrypted(signed(claims(client))) + "\"")), "A005301");
            invalid(ask(signed(encrypted(signed(claims(client))))), "A005301");
        }

        @Test
        void isWhole() {
            String[] parts = encrypted(signed(claims(client))).split("\\.");
            for (int i = 0; i < parts.length; i++) {
                String[] changed = parts.clone();
                changed[i] = changed[i].substring(1) + "A";
                Answer answer = ask(String.join(".", changed));
                assertThat(answer.member("action")).isEqualTo("BAD_REQUEST");
                assertThat(answer.code()).isIn("A005301", "A005303");
            }
        }
    }

    @Nested
    class APayload {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "x",
                    "[]",
                    "null",
                    "\"text\"",
                    "1",
                    "{",
                    "{}x",
                    "{\"scope\":\"a\",\"scope\":\"b\"}",
                    "{\"claims\":{\"id_token\":{\"a\":null,\"a\":null}}}",
                    "{\"state\":\"\\u0000\"}",
                    "{\"state\":\"\\ud800\"}",
                    "{\"max_age\":1e999}",
                    "{\"state\":\"a\u0001\"}"
                })
        void isAnObjectThatCanBeRead(String payload) {
            invalid(ask(signed(payload)), "A005301");
        }

        @Test
        void isUtf8() {
            String input = Base64URL.encode("{\"alg\":\"ES256\"}") + "."
                    + Base64URL.encode(new byte[] {'{', (byte) 0xff, '}'});
            invalid(ask(input + ".AAAA"), "A005301");
        }

        @Test
        void isNotDeep() {
            String deep = "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}";
            invalid(ask(signed(deep)), "A005301");
            invalid(ask(encrypted(deep)), "A005301");
        }

        @Test
        void isNotLong() {
            String object = signed(with(claims(client), "state", "a".repeat(150_000)));
            invalid(ask(object), "A005301", "131072");
            invalid(ask("a".repeat(400_000)), "A005301", "131072");
        }

        @Test
        void isNotTenMegabytes() {
            Answer answer = SERVER.v2(service)
                    .post(
                            "/auth/authorization",
                            Fields.of("parameters", "client_id=" + client.id() + "&request=" + "a".repeat(10_000_000)));
            assertThat(answer.status()).isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e", "....", "..", ".", "%00", "a b", "+", "ä", "=.=.="})
        void isThatOfAJwt(String text) {
            invalid(ask(encoded(text)), "A005301");
        }

        /** Each text with one character that a decoder would pass over (RFC 7515 section 2). */
        @Test
        void isWrittenInOneWay() {
            String object = signed(claims(client));
            for (String odd : List.of("=", "\n", " ", "+", "/")) {
                invalid(ask(encoded(object + odd)), "A005301");
                invalid(ask(encoded(object.replaceFirst("\\.", odd + "."))), "A005301");
            }
        }
    }

    @Nested
    class AnAddress {
        @Test
        void isNotThatOfAnotherClient() {
            String uri = "https://client.example/" + Unique.hash().value();
            Client other = clientOf(service, "requestUris", List.of(uri));
            SERVER.bean(InMemoryRemoteDocuments.class).publish(uri, signed(claims(other)));
            refused(asks(client, "&request_uri=" + encoded(uri)), "A008303", "invalid_request_uri");
            accepted(asks(other, "&request_uri=" + encoded(uri)));
        }

        @Test
        void isNotInARedirect() {
            refused(
                    ask(client, signed(claims(client)), "&request_uri=" + encoded(Clients.REDIRECT_URI)),
                    "A008301",
                    "invalid_request");
        }
    }

    /** Whatever is said aloud is what an error may say (RFC 6749 section 4.1.2.1). */
    @Test
    void nothingOfAnObjectIsRepeatedThatAnErrorMayNotHold() {
        Answer answer = ask(signedWith("{\"alg\":\"ES256\",\"kid\":\"\\\"<script>\"}", JsonText.write(claims(client))));
        assertThat(answer.member("responseContent").getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(1_000);
        assertThat(answer.body()).doesNotContain("<script>");
    }
}
