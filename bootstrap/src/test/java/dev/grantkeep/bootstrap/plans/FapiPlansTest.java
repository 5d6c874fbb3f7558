package dev.grantkeep.bootstrap.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test modules of the plans for authorization servers of FAPI 1.0, and which test here holds the same. Some hold only
 * where the service or the client is set so, which the row says; the profile itself, which would set all at once, and
 * tokens that are bound to a certificate are not there, and what demands them is refused. Modules of single ecosystems
 * are left out. That a row is here is no certification.
 */
class FapiPlansTest {
    private static final String NOT_YET = "not yet: ";
    private static final String OTHERWISE = "otherwise: ";

    /**
     * R is Baseline; V is Advanced with request objects by value, P is Advanced with pushed requests. A fifth cell says
     * what is not done; the test is then that of a refusal, or of what is done otherwise.
     */
    private static final String TABLE = """
            fapi-r-code-id-token-with-client-secret-jwt | R | a whole login for a code and an ID token; the client authenticates by an assertion with its secret | exchange.Rfc7523Test$Section2Dot2#aSecretSignsAsWell
            fapi-r-code-id-token-with-private-key | R | the same by its key | exchange.Rfc7523Test$Section2Dot2#theClientIsWhoTheAssertionIsAbout
            fapi-r-code-id-token-with-pkce | R | the same of a public client, by a verifier | exchange.Rfc7636Test$Section4Dot6TheTokenEndpoint#theVerifierOfTheChallengeIsTaken
            fapi-r-code-id-token-with-mtls | R | the same by a certificate | exchange.Rfc6749Test$Section2Dot3ClientAuthentication#aMethodThatIsNotGivenAuthenticatesNobody | not yet: authentication by a certificate
            fapi-r-ensure-redirect-uri-in-authorization-request | R | a request without redirect_uri is shown an error | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theRedirectUriIsRequired
            fapi-r-ensure-redirect-uri-is-registered | R | to a URI that is not registered nothing is sent | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theRedirectUriIsExactlyARegisteredOne
            fapi-r-require-pkce | R | a request without a challenge is refused, with pkceRequired | exchange.Rfc7636Test$Section4Dot4Dot1Errors#aChallengeThatIsRequiredAndMissingIsAnInvalidRequest
            fapi-r-reject-plain-pkce | R | a challenge that is the verifier is refused, with pkceS256Required | exchange.Rfc7636Test$Section4Dot4Dot1Errors#theWeakerMethodIsRefusedWhereTheStrongerIsRequired
            fapi1-advanced-final-discovery-end-point-verification | V P | the metadata names what there is | discovery.OpenIdConnectDiscoveryTest$Section3RequiredMembers#areThere | not yet: tls_client_certificate_bound_access_tokens
            fapi1-advanced-final | V P | a whole login; the ID token is bound to code and state, the access token to the certificate | authorization.DemandTest#ofAServiceIsRefused | not yet: tokens bound to a certificate
            fapi1-advanced-final-user-rejects-authentication | V P | access_denied, with the state, in a JWT where that is asked for | e2e.JwtSecuredAuthorizationResponseModeTest$Section2Dot1Errors#areJwtsWhenTheUserSaysNo
            fapi1-advanced-final-ensure-request-object-with-multiple-aud-succeeds | V P | an object for several is taken if one is the service | authorization.FapiRequestObjectTest$AnAudience#mayBeOneOfSeveral
            fapi1-advanced-final-ensure-authorization-request-without-state-success | V P | no state is made up | exchange.Rfc6749Test$Section4Dot1Dot2Responses#noStateIsMadeUp
            fapi1-advanced-final-ensure-valid-pkce-succeeds | V | a challenge is taken with its verifier | exchange.Rfc7636Test$Section4Dot6TheTokenEndpoint#theVerifierOfTheChallengeIsTaken
            fapi1-advanced-final-ensure-other-scope-order-succeeds | V P | scopes in another order are the same | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theScopesComeInAnyOrder
            fapi1-advanced-final-access-token-type-header-case-sensitivity | V P | a resource takes bearer and Bearer; userinfo of the ready front does | front.FrontTest$AnAccessToken#comesByItsSchemeInAnyCase
            fapi1-advanced-final-ensure-response-mode-query | V P | no ID token goes into a query | authorization.FapiRequestObjectTest$WhatIsInside#goesToNoQuery
            fapi1-advanced-final-ensure-different-nonce-inside-and-outside-request-object | V P | the nonce of the object counts | authorization.FapiRequestObjectTest$WhatIsInside#isTheNonceOfTheIdTokenThoughAnotherStandsBeside
            fapi1-advanced-final-ensure-registered-redirect-uri | V P | to a URI that is not registered nothing is sent | authorization.Rfc9101Test$Section7Errors#goToTheAddressInTheObject
            fapi1-advanced-final-ensure-request-object-with-long-nonce | V P | a nonce of 384 characters comes back whole | authorization.FapiRequestObjectTest$WhatIsInside#comesBackWhole
            fapi1-advanced-final-ensure-request-object-with-64-char-nonce-success | V P | a nonce of 64 characters comes back whole | authorization.FapiRequestObjectTest$WhatIsInside#comesBackWhole
            fapi1-advanced-final-ensure-request-object-with-long-state | V P | a state of 1000 characters comes back whole | authorization.FapiRequestObjectTest$WhatIsInside#comesBackWhole
            fapi1-advanced-final-ensure-request-object-without-exp-fails | V P | an object that never expires is refused | authorization.FapiRequestObjectTest$TheProfile#isRefusedWhateverIsSent | not yet: without the profile it is taken
            fapi1-advanced-final-ensure-request-object-without-nbf-fails | V P | an object that does not say since when is refused | authorization.FapiRequestObjectTest$TheProfile#isRefusedWhateverIsSent | not yet: without the profile it is taken
            fapi1-advanced-final-ensure-request-object-with-exp-over-60-fails | V P | an object that is good for more than an hour is refused | authorization.FapiRequestObjectTest$TheProfile#isRefusedWhateverIsSent | not yet: without the profile it is taken
            fapi1-advanced-final-ensure-request-object-with-nbf-over-60-fails | V P | an object of more than an hour ago is refused | authorization.FapiRequestObjectTest$TheProfile#isRefusedWhateverIsSent | not yet: without the profile it is taken
            fapi1-advanced-final-ensure-request-object-without-scope-fails | V P | a scope beside the object is none | authorization.FapiRequestObjectTest$WhatStandsBesideAlone#isNoScope
            fapi1-advanced-final-state-only-outside-request-object-not-used | V P | a state beside the object is none | authorization.FapiRequestObjectTest$WhatStandsBesideAlone#isNoState
            fapi1-advanced-final-ensure-request-object-without-nonce-fails | V P | a nonce beside the object is none | authorization.FapiRequestObjectTest$WhatStandsBesideAlone#isNoNonce
            fapi1-advanced-final-ensure-request-object-without-redirect-uri-fails | V P | a redirect URI beside the object is none | authorization.FapiRequestObjectTest$WhatStandsBesideAlone#isNoRedirectUri
            fapi1-advanced-final-ensure-expired-request-object-fails | V P | an object that has expired is refused | authorization.RequestObjectAttackTest$AnOldObject#isGoodUntilItExpires
            fapi1-advanced-final-ensure-request-object-with-bad-aud-fails | V P | an object for another is refused, with requestObjectAudienceChecked | authorization.FapiRequestObjectTest$AnAudience#isNotAnEndpointAndNotAnother
            fapi1-advanced-final-ensure-signed-request-object-with-RS256-fails | V P | RS256 is refused of a client that is registered for PS256 or ES256 | authorization.FapiRequestObjectTest$AnRsaKey#signsByTheAlgorithmOfTheClientAlone
            fapi1-advanced-final-ensure-request-object-signature-algorithm-is-not-none | V P | an object without a signature is refused | authorization.RequestObjectAttackTest$AnotherAlgorithm#isNotNone
            fapi1-advanced-final-ensure-request-object-with-invalid-signature-fails | V P | an object with a wrong signature is refused | authorization.RequestObjectAttackTest$AnotherAlgorithm#isNotThatOfASignatureThatWasTakenAway
            fapi1-advanced-final-ensure-matching-key-in-authorization-request | V P | an object by another client's key is refused | authorization.RequestObjectAttackTest$AnotherClientsObject#isNotTaken
            fapi1-advanced-final-ensure-authorization-request-without-request-object-fails | V P | a request without an object is refused, with requestObjectRequired | authorization.Rfc9101Test$Section10Security#anObjectCanBeDemanded
            fapi1-advanced-final-ensure-redirect-uri-in-authorization-request | V P | a request without redirect_uri is shown an error | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theRedirectUriIsRequired
            fapi1-advanced-final-ensure-response-type-code-fails | V P | a code alone is refused of a client that is not registered for it | exchange.Rfc6749Test$Section4Dot1Dot2Responses#aTypeThatTheClientMayNotUseIsRefused
            fapi1-advanced-final-ensure-client-id-in-token-endpoint | V P | another client's identifier beside the assertion is refused | exchange.Rfc7523Test$Section2Dot2#theClientsIdBesideItMustBeTheSame
            fapi1-advanced-final-ensure-mtls-holder-of-key-required | V P | without the certificate no token is given | authorization.DemandTest#ofAClientIsRefused | not yet: tokens bound to a certificate
            fapi1-advanced-final-ensure-authorization-code-is-bound-to-client | V P | a code is of its client | exchange.Rfc6749Test$Section10Dot5Codes#aCodeIsOfItsClient
            fapi1-advanced-final-attempt-reuse-authorisation-code-after-one-second | V P | a code works once, and used again ends the tokens that it gave | exchange.Rfc6749Test$Section10Dot5Codes#aCodeThatComesTwiceEndsItsTokens
            fapi1-advanced-final-ensure-signed-client-assertion-with-RS256-fails | V P | RS256 is refused of a client that is registered for another algorithm | exchange.AssertionSignatureTest$TheSignature#isOfTheRegisteredAlgorithm
            fapi1-advanced-final-ensure-client-assertion-in-token-endpoint | V P | the client's name alone is no authentication | exchange.Rfc7523Test$Section2Dot2#aNameAloneIsNoAuthentication
            fapi1-advanced-final-ensure-client-assertion-with-exp-is-5-minutes-in-past-fails | V P | an assertion that has expired is refused | exchange.Rfc7523Test$Section3#allTimesAreSeenWithTheSkewOfTheService
            fapi1-advanced-final-ensure-client-assertion-with-wrong-aud-fails | V P | an assertion for another is refused | exchange.Rfc7523Test$Section3#anotherAudienceIsRefused
            fapi1-advanced-final-ensure-client-assertion-with-no-sub-fails | V P | an assertion about nobody is refused | exchange.Rfc7523Test$Section3#issuerAndSubjectMustBeTheClient
            fapi1-advanced-final-ensure-client-assertion-with-wrong-iss-fails | V P | an assertion by another is refused | exchange.Rfc7523Test$Section3#issuerAndSubjectMustBeTheClient
            fapi1-advanced-final-ensure-client-assertion-with-wrong-sub-fails | V P | an assertion about another is refused | exchange.Rfc7523Test$Section3#issuerAndSubjectMustBeTheClient
            fapi1-advanced-final-ensure-client-assertion-with-iss-aud-succeeds | V P | the audience may be the issuer | exchange.Rfc7523Test$Section3#theAudienceIsTheService
            fapi1-advanced-final-test-array-as-audience-for-client-JWT-assertion | V P | the audience may be a list | exchange.Rfc7523Test$Section3#theAudienceIsTheService
            fapi1-advanced-final-refresh-token | V P | a refresh works for its client alone, and its ID token is about the same login | openid.OpenIdConnectCoreSection12Test#saysOfTheLoginWhatTheFirstSaid
            fapi1-advanced-final-par-ensure-reused-request-uri-prior-to-auth-completion-succeeds | P | a pushed request that was opened may be opened again until the user has answered | e2e.Rfc9126Test$Section4AuthorizationRequest#usesTheHandleOnce | otherwise: it is used up when it is opened
            fapi1-advanced-final-par-attempt-reuse-request_uri | P | a pushed request is used once | e2e.Rfc9126Test$Section4AuthorizationRequest#usesTheHandleOnce
            fapi1-advanced-final-par-attempt-to-use-expired-request_uri | P | a pushed request expires | e2e.Rfc9126Test$Section2Dot2Response#saysHowLongItIsGoodAsTheServiceWants
            fapi1-advanced-final-par-attempt-to-use-request_uri-for-different-client | P | a pushed request is of its client | e2e.Rfc9126Test$Section2Dot2Response#isOneClientsOwn
            fapi1-advanced-final-par-test-pushed-authorization-url-as-audience-for-client-JWT-assertion | P | an assertion may be for the endpoint | e2e.PushedRequestsOverNodesTest#anAssertionNamesTheServiceInAnyOfThreeWays
            fapi1-advanced-final-par-token-endpoint-url-as-audience-for-client-JWT-assertion | P | an assertion may be for the token endpoint | e2e.PushedRequestsOverNodesTest#anAssertionNamesTheServiceInAnyOfThreeWays
            fapi1-advanced-final-par-ensure-client-assertion-with-wrong-aud-fails | P | an assertion for another is refused | e2e.PushedRequestsOverNodesTest#anAssertionForAnotherIsRefused
            fapi1-advanced-final-par-ensure-client-assertion-with-wrong-iss-fails | P | an assertion by another is refused | e2e.PushedRequestsOverNodesTest#anAssertionByAnotherOrAboutAnotherIsRefused
            fapi1-advanced-final-par-ensure-client-assertion-with-wrong-sub-fails | P | an assertion about another is refused | e2e.PushedRequestsOverNodesTest#anAssertionByAnotherOrAboutAnotherIsRefused
            fapi1-advanced-final-par-authorization-request-containing-request_uri-form-param | P | a pushed request has no request_uri | e2e.Rfc9126Test$Section2Dot1Request#isNoReferenceToAnother
            fapi1-advanced-final-par-authorization-request-containing-request_uri | P | nor has its object | e2e.PushedRequestObjectTest#oneMayCarryNoAddressAndNoOther
            fapi1-advanced-final-par-attempt-invalid-http-method | P | only POST pushes, to the ready front | front.FrontTest$AClientThatIsWrong#pushesByAnotherMethod
            fapi1-advanced-final-par-pushed-authorization-url-as-audience-in-request-object | P | an object is for the issuer and not for the endpoint, with requestObjectAudienceChecked | authorization.FapiRequestObjectTest$AnAudience#isNotAnEndpointAndNotAnother
            fapi1-advanced-final-par-attempt-invalid-redirect_uri | P | a redirect URI that is not registered is refused | e2e.Rfc9126Test$Section2Dot4RedirectUris#areThoseThatAreRegistered
            fapi1-advanced-final-par-without-duplicate-parameters | P | the client and the pushed request are all that is needed | e2e.PushedRequestObjectTest#oneStandsAlone
            fapi1-advanced-final-par-ensure-pkce-required | P | a request without a challenge is refused, with pkceRequired | exchange.Rfc7636Test$Section4Dot4Dot1Errors#aChallengeThatIsRequiredAndMissingIsAnInvalidRequest
            fapi1-advanced-final-ensure-pkce-code-verifier-required | P | a code with a challenge needs its verifier | exchange.Rfc7636Test$Section4Dot6TheTokenEndpoint#aVerifierThatIsMissingIsRefusedAndTheCodeKept
            fapi1-advanced-final-incorrect-pkce-code-verifier-rejected | P | another verifier is refused | exchange.Rfc7636Test$Section4Dot6TheTokenEndpoint#anotherVerifierIsRefused
            fapi1-advanced-final-par-plain-pkce-rejected | P | a challenge that is the verifier is refused, with pkceS256Required | exchange.Rfc7636Test$Section4Dot4Dot1Errors#theWeakerMethodIsRefusedWhereTheStrongerIsRequired
            """;

    static Stream<PlanModule> modules() {
        return PlanModule.of(TABLE);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theTestOfAModuleExists(PlanModule module) {
        module.assertItsTestExists();
    }

    @Test
    void aModuleStandsOnceAndIsOfAPlan() {
        assertThat(modules().map(PlanModule::name)).doesNotHaveDuplicates();
        assertThat(modules())
                .allSatisfy(module -> assertThat(module.name())
                        .startsWith(module.plans().contains("R") ? "fapi-r-" : "fapi1-advanced-final"));
        assertThat(modules().map(PlanModule::plans).map(Set::copyOf).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Set.of("R"), Set.of("V"), Set.of("P"), Set.of("V", "P"));
    }

    @Test
    void whatIsLackingIsNotYetOrOtherwise() {
        assertThat(modules().map(PlanModule::lacking).filter(lacking -> !lacking.isEmpty()))
                .isNotEmpty()
                .allMatch(lacking -> lacking.startsWith(NOT_YET) || lacking.startsWith(OTHERWISE));
    }
}
