package dev.grantkeep.bootstrap.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test modules of the OpenID Foundation's certification plans for providers, and which test here holds the same.
 * Grantkeep is a part of a provider: what is said of a front end alone is the front end's to show, and where both have a
 * part the row names Grantkeep's. That a row is here is no certification.
 */
class CertificationPlansTest {
    /** C is Config OP, B is Basic OP, I is Implicit OP, H is Hybrid OP. */
    private static final String TABLE = """
            oidcc-discovery-endpoint-verification | C | the metadata has what is required, and it is true | discovery.OpenIdConnectDiscoveryTest$Section3RequiredMembers#areThere
            oidcc-server | B I H | a whole login; the ID token has its claims, signature, nonce and hashes | openid.OpenIdConnectCoreSection3Test$Section3Dot2And3Dot3AtTheAuthorizationEndpoint#whatTheResponseTypeNamesIsGivenAndBoundTogether
            oidcc-response-type-missing | B I H | a request without response_type is shown an error | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theResponseTypeIsRequired
            oidcc-idtoken-signature | B I H | an asymmetric signature by a published key, which is named | openid.OpenIdConnectCoreSection2Test#itIsSignedAsTheClientIsRegistered
            oidcc-idtoken-unsigned | B | an ID token without a signature for a client that is registered so | openid.OpenIdConnectCoreSection2Test#itIsWithoutASignatureFromTheTokenEndpointOnlyAndIfThatIsRegistered
            oidcc-userinfo-get | B I H | claims by GET; how the token comes is the front end's part | rest.userinfo.UserInfoTest$ATokenOfALogin#isToldTheClaimsWithTheirTypesAndNothingOfATokens
            oidcc-userinfo-post-header | B I H | the same by POST with the token in the header | rest.userinfo.UserInfoTest$ATokenOfALogin#isToldTheClaimsWithTheirTypesAndNothingOfATokens
            oidcc-userinfo-post-body | B I H | the same by POST with the token in the body | rest.userinfo.UserInfoTest$ATokenOfALogin#isToldTheClaimsWithTheirTypesAndNothingOfATokens
            oidcc-ensure-request-without-nonce-succeeds-for-code-flow | B H | no nonce is needed where the authorization endpoint gives no ID token | openid.OpenIdConnectCoreSection3Test$Section3Dot2And3Dot3AtTheAuthorizationEndpoint#withoutAnIdTokenThereNoNonceIsRequired
            oidcc-ensure-request-without-nonce-fails | I H | where it gives one, a request without nonce is refused | openid.OpenIdConnectCoreSection3Test$Section3Dot2And3Dot3AtTheAuthorizationEndpoint#aNonceIsRequired
            oidcc-scope-profile | B I H | the scope asks for its claims | openid.OpenIdConnectCoreSection5Test$Section5Dot4Scopes#askForTheirClaims
            oidcc-scope-email | B I H | the scope asks for its claims | openid.OpenIdConnectCoreSection5Test$Section5Dot4Scopes#askForTheirClaims
            oidcc-scope-address | B I H | the scope asks for its claim | openid.OpenIdConnectCoreSection5Test$Section5Dot4Scopes#askForTheirClaims
            oidcc-scope-phone | B I H | the scope asks for its claims | openid.OpenIdConnectCoreSection5Test$Section5Dot4Scopes#askForTheirClaims
            oidcc-scope-all | B I H | all scopes together ask for all their claims | openid.OpenIdConnectCoreSection5Test$Section5Dot4Scopes#askForAllTogether
            oidcc-ensure-other-scope-order-succeeds | B I H | scopes in another order are the same | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theScopesComeInAnyOrder
            oidcc-display-page | B I H | a display that is asked for does no harm | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheDisplay
            oidcc-display-popup | B I H | a display that is asked for does no harm | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheDisplay
            oidcc-prompt-login | B I H | a new login is asked for and its time is another; the login page is the front end's | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldThePrompts
            oidcc-prompt-none-not-logged-in | B I H | without a page and a session: an error by its name | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot6Errors#withoutAPageTheReasonIsTold
            oidcc-prompt-none-logged-in | B I H | without a page, with a session: the response | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot6Errors#withoutAPageWhoIsLoggedInGetsACode
            oidcc-max-age-1 | B I H | a login that is too old is repeated, and auth_time says when | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheAgeOfALoginAndTheTokenHasItsTime
            oidcc-max-age-10000 | B I H | a login that is young enough stays, and auth_time is that of before | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheAgeOfALoginAndTheTokenHasItsTime
            oidcc-ensure-request-with-unknown-parameter-succeeds | B I H | a parameter that is not understood is ignored | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#aParameterThatIsNotUnderstoodIsIgnored
            oidcc-id-token-hint | B I H | an ID token of before names the user | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1AnIdTokenAsAHint#saysWhomTheRequestIsAboutThoughItHasExpired
            oidcc-login-hint | B I H | a hint for the login page does no harm | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheLanguagesAndTheHint
            oidcc-ui-locales | B I H | languages of the pages do no harm | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheLanguagesAndTheHint
            oidcc-claims-locales | B I H | languages of claims do no harm | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#thePagesAreToldTheLanguagesAndTheHint
            oidcc-ensure-request-with-acr-values-succeeds | B I H | contexts that are wished for do no harm, known or not | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#wishedContextsThatAreNotKnownAreHarmless
            oidcc-codereuse | B H | a code works once | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot3TheTokenEndpoint#aCodeThatComesAgainEndsWhatItBecame
            oidcc-codereuse-30seconds | B H | used again after half a minute, it ends the tokens that it gave | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot3TheTokenEndpoint#aCodeThatComesAgainEndsWhatItBecame
            oidcc-ensure-registered-redirect-uri | B I H | to a URI that is not registered nothing is sent | openid.OpenIdConnectCoreSection3Test$Section3Dot1Dot2Dot1TheRequest#theRedirectUriIsExactlyARegisteredOne
            oidcc-ensure-post-request-succeeds | B | the authorization endpoint takes POST | the front end alone
            oidcc-server-client-secret-post | B H | the client's secret in the body | exchange.Rfc6749Test$Section2Dot3ClientAuthentication#aSecretInTheBodyIsTakenWhereTheClientIsRegisteredSo
            oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported | B I H | an unsigned object by reference is taken where that is allowed | authorization.OpenIdConnectCoreSection6Test$Section6Dot2ByReference#needNotBeSigned
            oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported | B I H | an unsigned object in the request is taken where that is allowed | authorization.OpenIdConnectCoreSection6Test$Section6Dot1ByValue#needNotBeSigned
            oidcc-ensure-request-object-with-redirect-uri | B I H | the redirect URI of an object counts, and is a registered one | authorization.OpenIdConnectCoreSection6Test$Section6Dot3Validation#errorsGoToNoAddressThatIsNotRegistered
            oidcc-claims-essential | B I H | an essential claim is asked for, and is no condition | openid.OpenIdConnectCoreSection5Test$Section5Dot5TheClaimsParameter#asksForAnEssentialClaimThatTheUserDoesNotHaveWithoutHarm
            oidcc-refresh-token | B H | a refresh works for its client alone, and its ID token is about the same login | openid.OpenIdConnectCoreSection12Test#saysOfTheLoginWhatTheFirstSaid
            oidcc-ensure-request-with-valid-pkce-succeeds | B H | a challenge is taken with its verifier | exchange.Rfc7636Test$Section4Dot6TheTokenEndpoint#theVerifierOfTheChallengeIsTaken
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
        assertThat(modules().map(PlanModule::name)).doesNotHaveDuplicates().allMatch(name -> name.startsWith("oidcc-"));
        assertThat(modules().flatMap(module -> module.plans().stream())).containsOnly("C", "B", "I", "H");
    }
}
