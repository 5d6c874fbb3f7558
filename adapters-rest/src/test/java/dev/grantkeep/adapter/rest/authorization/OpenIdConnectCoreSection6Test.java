package dev.grantkeep.adapter.rest.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Core section 6: request parameters as JWTs, where a service applies its rules and not those of RFC 9101. */
final class OpenIdConnectCoreSection6Test extends SignedRequests {
    private static final String BESIDE =
            "&response_type=code&scope=openid+read&redirect_uri=" + encoded(Clients.REDIRECT_URI);

    private final Service traditional = aTraditionalService();
    private final Client its = clientOf(traditional);

    private static Map<String, Object> claims(Client of, Object... namesAndValues) {
        return with(without(SignedRequests.claims(of), "scope", "state", "redirect_uri"), namesAndValues);
    }

    private static void told(Answer answer, String code, String error) {
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("LOCATION");
        assertThat(answer.code()).as(answer.message()).isEqualTo(code);
        assertThat(OpenIdProvider.response(answer))
                .containsEntry("error", error)
                .containsEntry("iss", ISSUER);
        assertThat(answer.member("ticket")).isNull();
    }

    @Nested
    class Section6Dot1ByValue {
        @Test
        void whatIsInsideWins() {
            Answer answer = accepted(ask(
                    its,
                    signed(claims(its, "max_age", 300L, "login_hint", "inside", "scope", "openid")),
                    BESIDE + "&max_age=5&login_hint=beside&display=popup&state=beside&nonce=n"));
            assertThat(answer.member("maxAge")).isEqualTo("300");
            assertThat(answer.member("loginHint")).isEqualTo("inside");
            assertThat(answer.member("display")).isEqualTo("POPUP");
            assertThat(scopes(answer)).containsExactly("openid");
            assertThat(denied(its, answer)).containsEntry("state", "beside");
        }

        @Test
        void whatSaysNothingInsideIsSaidBeside() {
            Answer answer = accepted(ask(
                    its,
                    signed("{\"client_id\":\"" + its.id()
                            + "\",\"login_hint\":null,\"max_age\":null,\"acr_values\":\"\"}"),
                    BESIDE + "&login_hint=beside&max_age=7&acr_values=gold"));
            assertThat(answer.member("loginHint")).isEqualTo("beside");
            assertThat(answer.member("maxAge")).isEqualTo("7");
            assertThat(answer.body()).contains("\"acrs\":[\"gold\"]");
        }

        @Test
        void oAuthUnderstandsWhatStandsBeside() {
            told(ask(its, signed(claims(its)), BESIDE.replace("response_type", "x")), "A008306", "invalid_request");
            told(
                    ask(its, signed(claims(its, "scope", "openid")), BESIDE.replace("openid", "")),
                    "A008306",
                    "invalid_request");
            told(ask(its, signed(claims(its, "response_type", "token")), BESIDE), "A008307", "invalid_request");
        }

        @Test
        void theClientIsTheSameInsideAndBeside() {
            Client other = clientOf(traditional);
            told(
                    ask(its, signed(claims(its, "client_id", other.id().toString())), BESIDE),
                    "A008307",
                    "invalid_request");
            accepted(ask(its, signed(without(claims(its), "client_id")), BESIDE));
        }

        @Test
        void needNotBeSigned() {
            Answer answer = accepted(ask(its, unsigned(claims(its, "login_hint", "joe")), BESIDE));
            assertThat(answer.member("loginHint")).isEqualTo("joe");
            Client registered = clientOf(traditional, "requestSignAlg", "NONE");
            accepted(ask(registered, unsigned(claims(registered)), BESIDE));
            told(ask(registered, signed(claims(registered)), BESIDE), "A005336", "invalid_request_object");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ES256", "HS256", "RS256", "ES256K"})
        void isSignedWhereTheClientIsRegisteredTo(String algorithm) {
            Client registered = clientOf(traditional, "requestSignAlg", algorithm);
            told(ask(registered, unsigned(claims(registered)), BESIDE), "A005336", "invalid_request_object");
            told(
                    ask(registered, encrypted(JsonText.write(claims(registered))), BESIDE),
                    "A005336",
                    "invalid_request_object");
        }

        @Test
        void mayBeEncryptedWithoutASignature() {
            assertThat(accepted(ask(its, encrypted(JsonText.write(claims(its, "login_hint", "joe"))), BESIDE))
                            .member("loginHint"))
                    .isEqualTo("joe");
            accepted(ask(its, encrypted(unsigned(claims(its))), BESIDE));
            accepted(ask(its, encrypted(signed(claims(its))), BESIDE));
        }

        @Test
        void isMadeByAnotherLibrary() throws JoseException {
            JsonWebSignature plain = new JsonWebSignature();
            plain.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            plain.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
            plain.setPayload(JsonText.write(claims(its, "login_hint", "joe")));
            assertThat(accepted(ask(its, plain.getCompactSerialization(), BESIDE))
                            .member("loginHint"))
                    .isEqualTo("joe");
        }

        @Test
        void canBeRequired() {
            Client demanding = clientOf(traditional, "requestObjectRequired", true);
            told(asks(demanding, BESIDE), "A008302", "invalid_request");
            accepted(ask(demanding, unsigned(claims(demanding)), BESIDE));
        }

        @Test
        void nothingBesideStandsTwice() {
            told(
                    ask(its, signed(claims(its, "nonce", "n")), BESIDE + "&nonce=a&nonce=b"),
                    "A009302",
                    "invalid_request");
        }

        /** A claim that only a request object would be trusted for is in no way weaker. */
        @Test
        void protectionsThatAreAskedForBesideAreNotLost() {
            told(ask(its, signed(claims(its)), BESIDE + "&dpop_jkt=x"), "A009317", "invalid_request");
            told(ask(its, signed(claims(its)), BESIDE + "&claims=x"), "A009318", "invalid_request");
        }
    }

    @Nested
    class Section6Dot2ByReference {
        private final String uri = "https://client.example/" + Unique.hash().value();
        private final DocumentAddress address = new DocumentAddress(uri);
        private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
        private final Client of = clientOf(traditional, "requestUris", List.of(uri + "#registered"));

        private Answer refer(String to) {
            return asks(of, BESIDE + "&request_uri=" + encoded(to));
        }

        private String object(String hint) {
            return signed(claims(of, "login_hint", hint));
        }

        @Test
        void theFragmentIsTheHashOfTheContent() {
            String object = object("joe");
            documents.publish(uri, object);
            assertThat(accepted(refer(uri + "#" + hash(object))).member("loginHint"))
                    .isEqualTo("joe");
        }

        @ParameterizedTest
        @CsvSource({"registered", "''", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        void anotherFragmentIsRefused(String fragment) {
            documents.publish(uri, object("joe"));
            told(refer(uri + "#" + fragment), "A008305", "invalid_request_uri");
        }

        @Test
        void theHashIsThatOfEveryOctet() {
            String object = object("joe");
            documents.publish(uri, object + "\n");
            told(refer(uri + "#" + hash(object)), "A008305", "invalid_request_uri");
            SERVER.clock().advance(Duration.ofSeconds(61));
            accepted(refer(uri + "#" + hash(object + "\n")));
        }

        @Test
        void aCopyIsUsedAsLongAsTheFragmentIsItsHash() {
            String first = object("first");
            documents.publish(address, first, Optional.of(Duration.ofHours(1)));
            accepted(refer(uri + "#" + hash(first)));
            accepted(refer(uri + "#" + hash(first)));
            assertThat(documents.fetches(address)).isEqualTo(1);
            String second = object("second");
            documents.publish(address, second, Optional.of(Duration.ofHours(1)));
            assertThat(accepted(refer(uri + "#" + hash(second))).member("loginHint"))
                    .isEqualTo("second");
            told(refer(uri + "#" + hash(first)), "A008305", "invalid_request_uri");
        }

        @Test
        void needNotBeSigned() {
            documents.publish(uri, unsigned(claims(of, "login_hint", "joe")));
            assertThat(accepted(refer(uri)).member("loginHint")).isEqualTo("joe");
        }

        @Test
        void isRegistered() {
            told(refer(uri + "x"), "A008303", "invalid_request_uri");
            documents.publish(uri, object("joe"));
            assertThat(accepted(refer(uri)).member("loginHint")).isEqualTo("joe");
        }
    }

    @Nested
    class Section6Dot3Validation {
        @Test
        void errorsGoToTheRedirectUriBesideTheObject() {
            told(ask(its, "x", BESIDE + "&state=s"), "A005301", "invalid_request_object");
            told(ask(its, signed(claims(its), STRANGE), BESIDE), "A005328", "invalid_request_object");
            told(ask(its, signed(claims(its, "exp", now() - 60)), BESIDE), "A005306", "invalid_request_object");
            assertThat(OpenIdProvider.response(ask(its, "x", BESIDE + "&state=s")))
                    .containsEntry("state", "s");
        }

        @Test
        void errorsGoToNoAddressThatIsNotRegistered() {
            invalid(ask(its, "x", "&response_type=code&redirect_uri=" + encoded("https://evil.example/")), "A005301");
            refused(
                    ask(its, signed(claims(its, "redirect_uri", "https://evil.example/")), BESIDE),
                    "A011304",
                    "invalid_request");
        }

        @Test
        void theAlgorithmIsTheRegisteredOne() {
            Client registered = clientOf(traditional, "requestSignAlg", "ES384");
            told(ask(registered, signed(claims(registered)), BESIDE), "A005336", "invalid_request_object");
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
