package dev.grantkeep.adapter.rest.exchange;

import static dev.grantkeep.adapter.rest.testing.OpenIdProvider.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.OpenIdProvider;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.domain.client.Client;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7636, proof key for code exchange: who redeems a code is who asked for it. */
class Rfc7636Test {
    private static final RestServer SERVER = RestServer.shared();

    /** The pair of appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final OpenIdProvider provider = new OpenIdProvider(SERVER, OpenIdProvider.aService());
    private final Client client = provider.client();

    @Nested
    class Section4Dot3TheRequest {
        @ParameterizedTest
        @ValueSource(strings = {"s256", "S512", "sha256", "PLAIN", "none"})
        void aMethodThatIsNotKnownIsRefused(String method) {
            refused(asking(CHALLENGE, method));
        }

        @ParameterizedTest
        @ValueSource(strings = {"short", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", "="})
        void aChallengeThatIsMalformedIsRefused(String challenge) {
            refused(asking(challenge, "S256"));
            refused(asking("c".repeat(129), "plain"));
        }

        @Test
        void aMethodWithoutAChallengeIsRefused() {
            refused(asking(null, "S256"));
        }
    }

    @Nested
    class Section4Dot4Dot1Errors {
        @ParameterizedTest
        @ValueSource(strings = {"code", "code id_token", "code token", "code id_token token"})
        void aChallengeThatIsRequiredAndMissingIsAnInvalidRequest(String type) {
            Client strict = provider.client("pkceRequired", true);
            refused(provider.request(strict).with("response_type", type).with("nonce", "n"));
            OpenIdProvider all =
                    new OpenIdProvider(SERVER, OpenIdProvider.aService().with("pkceRequired", true));
            refused(all.request(all.client()).with("response_type", type).with("nonce", "n"));
        }

        /** Section 7.2: with plain the challenge in the address is the secret. */
        @ParameterizedTest
        @CsvSource({"plain", ","})
        void theWeakerMethodIsRefusedWhereTheStrongerIsRequired(String method) {
            Client strict = provider.client("pkceRequired", true, "pkceS256Required", true);
            refused(provider.request(strict).with("code_challenge", CHALLENGE).with("code_challenge_method", method));
        }
    }

    @Nested
    class Section4Dot6TheTokenEndpoint {
        @Test
        void theVerifierOfTheChallengeIsTaken() {
            assertThat(redeem(asking(CHALLENGE, "S256").code(), VERIFIER).member("action"))
                    .isEqualTo("OK");
            assertThat(redeem(asking(VERIFIER, "plain").code(), VERIFIER).member("action"))
                    .isEqualTo("OK");
        }

        @Test
        void withoutAMethodTheChallengeIsPlain() {
            assertThat(redeem(asking(VERIFIER, null).code(), VERIFIER).member("action"))
                    .isEqualTo("OK");
            invalidGrant(redeem(asking(CHALLENGE, null).code(), VERIFIER));
        }

        /** Who saw the request has the challenge, and with it nothing. */
        @Test
        void theChallengeIsNoVerifierOfItself() {
            invalidGrant(redeem(asking(CHALLENGE, "S256").code(), CHALLENGE));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXK",
                    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk=",
                    "dBjftJeZ4CVP",
                    "x"
                })
        void anotherVerifierIsRefused(String verifier) {
            invalidGrant(redeem(asking(CHALLENGE, "S256").code(), verifier));
            invalidGrant(redeem(asking(VERIFIER, "plain").code(), verifier));
        }

        @Test
        void aVerifierThatIsMissingIsRefusedAndTheCodeKept() {
            String code = asking(CHALLENGE, "S256").code();
            invalidGrant(provider.redeem(client, code));
            invalidGrant(redeem(code, ""));
            assertThat(redeem(code, VERIFIER).member("action")).isEqualTo("OK");
        }

        /** A downgrade: somebody took the challenge out of the request on its way (RFC 9700 section 4.8.2). */
        @Test
        void aVerifierWithoutAChallengeIsRefused() {
            invalidGrant(redeem(provider.request(client).code(), VERIFIER));
        }

        /** A code that was injected: the challenge was another session's. */
        @Test
        void theVerifierOfAnotherSessionIsRefused() {
            String mine = asking(CHALLENGE, "S256").code();
            String theirs = asking("x".repeat(43), "S256").code();
            invalidGrant(redeem(theirs, VERIFIER));
            assertThat(redeem(mine, VERIFIER).member("action")).isEqualTo("OK");
        }
    }

    private OpenIdProvider.Request asking(String challenge, String method) {
        return provider.request(client).with("code_challenge", challenge).with("code_challenge_method", method);
    }

    private Answer redeem(String code, String verifier) {
        return provider.redeem(client, code, "code_verifier", verifier);
    }

    private static void refused(OpenIdProvider.Request request) {
        assertThat(response(request.ask()))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    private static void invalidGrant(Answer refused) {
        assertThat(refused.member("action")).as(refused.body()).isEqualTo("BAD_REQUEST");
        assertThat(OpenIdProvider.content(refused, "error")).isEqualTo("invalid_grant");
        assertThat(refused.member("accessToken")).isNull();
    }
}
