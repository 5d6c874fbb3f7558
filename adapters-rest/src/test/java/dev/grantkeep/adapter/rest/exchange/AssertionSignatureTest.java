package dev.grantkeep.adapter.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.jwk.ECKey;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.memory.InMemoryRemoteDocuments;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.domain.client.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what the assertions of clients are signed (RFC 7523 section 3 number 9, RFC 7515, RFC 8725), and where the keys are. */
final class AssertionSignatureTest extends SignedAssertions {
    @Nested
    class TheSignature {
        @Test
        void isRequired() {
            String unsecured = new PlainObject(new Payload(JsonText.write(claims(client)))).serialize();
            assertThat(token(unsecured).code()).isEqualTo("A157301");
            refuses(unsecured + "&client_id=" + client.id(), "is not signed");
        }

        @Test
        void isByTheClientsKey() {
            refuses(signed(claims(client), STRANGE), "has a wrong signature");
            refuses(signed(claims(client), key("unknown")), "a key that is not known");
        }

        @Test
        void isNotByAnotherClientsSecret() {
            refuses(
                    signed(
                            claims(secretive),
                            JWSAlgorithm.HS256,
                            new MacKey(Unique.secret().value())),
                    "has a wrong signature");
        }

        @Test
        void isOfNoAlgorithmOfTheOtherMethod() {
            refuses(signed(claims(client), JWSAlgorithm.HS256, secretOf(client)), "has another algorithm");
            refuses(signed(claims(secretive)), "has another algorithm");
        }

        @Test
        void isNotMadeWithAPublicKeyAsASecret() {
            for (String known : List.of(set(KEY), KEY.toPublicJWK().toJSONString(), KEY.getX() + "." + KEY.getY())) {
                refuses(signed(claims(client), JWSAlgorithm.HS256, new MacKey(known)), "has another algorithm");
            }
        }

        @Test
        void isOfTheRegisteredAlgorithm() {
            Client registered =
                    SERVER.given(withKey().with("tokenAuthSignAlg", "ES384").build());
            refuses(signed(claims(registered)), "has another algorithm");
            Client fitting =
                    SERVER.given(withKey().with("tokenAuthSignAlg", "ES256").build());
            assertThat(token(signed(claims(fitting))).member("action")).isEqualTo("OK");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NONE", "HS256", "ES256K"})
        void isOfNoneIfTheRegisteredAlgorithmIsNotForTheMethod(String algorithm) {
            Client odd =
                    SERVER.given(withKey().with("tokenAuthSignAlg", algorithm).build());
            Answer answer = token(signed(claims(odd)));
            assertThat(answer.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(answer.message()).contains("[A157307]", "tokenAuthSignAlg");
        }

        @Test
        void isNotByAKeyInItsHeader() {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID("ec")
                    .jwk(STRANGE.toPublicJWK())
                    .build();
            refuses(signed(claims(client), header, STRANGE), "has a wrong signature");
        }

        @ParameterizedTest
        @ValueSource(strings = {"exp", "b64"})
        void hasNoExtensionThatIsNotKnown(String extension) {
            String jwt = signed(
                    claims(client), "{\"alg\":\"ES256\",\"crit\":[\"" + extension + "\"],\"" + extension + "\":true}");
            assertThat(token(jwt).code()).isEqualTo("A157301");
            refuses(jwt + "&client_id=" + client.id(), "demands extensions");
        }

        @Test
        void coversTheClaims() {
            String[] right = signed(claims(client)).split("\\.");
            String[] other = signed(claims(client)).split("\\.");
            refuses(right[0] + "." + other[1] + "." + right[2], "has a wrong signature");
        }
    }

    @Nested
    class TheKeysOfAClient {
        private final String address = "https://client.example/" + Unique.hash().value();
        private final InMemoryRemoteDocuments documents = SERVER.bean(InMemoryRemoteDocuments.class);
        private final Client remote = SERVER.given(
                withKey().with("jwks", null).with("jwksUri", address).build());

        @Test
        void areFetched() {
            documents.publish(address, set(KEY));
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(1);
        }

        @Test
        void areNotFetchedIfTheyAreRegistered() {
            documents.publish(address, set(STRANGE));
            Client both = SERVER.given(withKey().with("jwksUri", address).build());
            assertThat(token(signed(claims(both))).member("action")).isEqualTo("OK");
            refuses(signed(claims(both), STRANGE), "has a wrong signature");
            assertThat(documents.fetches(new DocumentAddress(address))).isZero();
        }

        @Test
        void areFetchedAgainIfOneIsMissingOrOtherThanItWas() {
            documents.publish(address, set(KEY));
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
            ECKey next = key("next");
            documents.publish(address, set(next));
            assertThat(token(signed(claims(remote), next)).member("action")).isEqualTo("OK");
            SERVER.clock().advance(Duration.ofSeconds(61));
            ECKey sameName = key("next");
            documents.publish(address, set(sameName));
            assertThat(token(signed(claims(remote), sameName)).member("action")).isEqualTo("OK");
            refuses(signed(claims(remote), next), "has a wrong signature");
        }

        @Test
        void areFetchedAgainOnceAMinuteWhateverComes() {
            documents.publish(address, set(KEY));
            for (int i = 0; i < 5; i++) {
                refuses(signed(claims(remote), key("made-up-" + i)), "a key that is not known");
            }
            assertThat(documents.fetches(new DocumentAddress(address))).isEqualTo(2);
            assertThat(token(signed(claims(remote))).member("action")).isEqualTo("OK");
        }

        @Test
        void mayNotBeHad() {
            documents.fail(new DocumentAddress(address), Unreachable.Reason.TOO_SLOW);
            cannotBeVerified(remote, address, "its server takes too long");
            Client nowhere = SERVER.given(withKey().with("jwks", null).build());
            cannotBeVerified(nowhere, "`jwks`", "`jwksUri`");
            Client odd = SERVER.given(
                    withKey().with("jwks", null).with("jwksUri", "ftp://x/").build());
            cannotBeVerified(odd, "`jwksUri`");
        }

        @Test
        void mayBeNone() {
            documents.publish(address, "<html>");
            cannotBeVerified(remote, address, "must be a JWK Set");
        }

        private void cannotBeVerified(Client of, String... words) {
            Answer answer = token(signed(claims(of)));
            assertThat(answer.member("action")).isEqualTo("INVALID_CLIENT");
            assertThat(answer.message()).contains("[A157307]").contains(words);
        }
    }
}
