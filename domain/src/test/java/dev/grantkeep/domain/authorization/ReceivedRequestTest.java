package dev.grantkeep.domain.authorization;

import static dev.grantkeep.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.authorization.RequestVerdict.Refused;
import dev.grantkeep.domain.authorization.RequestVerdict.Valid;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.IdTokenHint;
import dev.grantkeep.domain.openid.Login;
import dev.grantkeep.domain.openid.RequestedClaims;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Secret;
import dev.grantkeep.domain.value.Version;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReceivedRequestTest {
    private static final String URI = "https://client.example.org/cb";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String RESOURCE = "https://api.example.com/";

    private final Map<String, List<String>> parameters = new LinkedHashMap<>(Map.of(
            "client_id", List.of(Samples.CLIENT.toString()),
            "response_type", List.of("code"),
            "redirect_uri", List.of(URI),
            "scope", List.of("read"),
            "state", List.of("xyz")));
    private final Map<String, Object> ofService = new HashMap<>(Map.of(
            "supportedScopes", List.of(Map.of("name", "read"), Map.of("name", "write"), Map.of("name", "openid")),
            "supportedGrantTypes", names(GrantType.values()),
            "supportedResponseTypes", names(ResponseType.values())));
    private final Map<String, Object> ofClient = new HashMap<>(Map.of(
            "redirectUris", List.of(URI),
            "grantTypes", names(GrantType.values()),
            "responseTypes", names(ResponseType.values())));
    private final Set<Demand> demandsOfService = EnumSet.noneOf(Demand.class);
    private final Set<Demand> demandsOfClient = EnumSet.noneOf(Demand.class);
    private RequestOrigin origin = RequestOrigin.BROWSER;
    private RequestedDetails details = new RequestedDetails.None();
    private @Nullable AskedClaims claims = AskedClaims.NONE;
    private IdTokenHint hint = IdTokenHint.NONE;
    private boolean inObject;

    @Nested
    class AValidRequest {
        @Test
        void isKeptAsItWasMeant() {
            parameters.put("code_challenge", List.of(CHALLENGE));
            parameters.put("code_challenge_method", List.of("S256"));
            parameters.put("resource", List.of(RESOURCE, RESOURCE));
            details = new RequestedDetails.Asked("[]", Set.of());

            AuthorizationRequest request = valid().request();

            assertThat(request.client().id()).isEqualTo(Samples.CLIENT);
            assertThat(request.client().namedBy()).isEqualTo(NamedBy.ID);
            assertThat(request.target()).isEqualTo(new ResponseTarget(URI, true, ResponseMode.QUERY, "xyz"));
            assertThat(request.responseType()).isEqualTo(ResponseType.CODE);
            assertThat(request.scopes()).isEqualTo(new RequestedScopes(ScopeSet.of("read"), false));
            assertThat(request.challenge()).isEqualTo(new CodeChallenge(CodeChallenge.Method.S256, CHALLENGE));
            assertThat(request.targets().resources()).containsExactly(RESOURCE);
            assertThat(request.targets().authorizationDetails()).isEqualTo("[]");
            assertThat(request.context()).isEqualTo("context");
        }

        @Test
        void isForNothingThatItDoesNotName() {
            AuthorizationRequest request = valid().request();
            assertThat(request.challenge()).isNull();
            assertThat(request.targets().resources()).isEmpty();
            assertThat(request.targets().authorizationDetails()).isNull();
        }

        @Test
        void mayNameItsClientByAnAlias() {
            parameters.put("client_id", List.of("alias"));
            assertThat(valid().request().client().namedBy()).isEqualTo(NamedBy.ALIAS);
        }

        @Test
        void hasThePlainMethodUnlessItNamesAnother() {
            parameters.put("code_challenge", List.of(CHALLENGE));
            assertThat(valid().request().challenge())
                    .isEqualTo(new CodeChallenge(CodeChallenge.Method.PLAIN, CHALLENGE));
        }

        @Test
        void hasTheScopesThatMayBeHadAndSaysWhetherAllWereDenied() {
            parameters.put("scope", List.of("read unknown"));
            assertThat(valid().request().scopes()).isEqualTo(new RequestedScopes(ScopeSet.of("read"), false));
            parameters.put("scope", List.of("unknown"));
            assertThat(valid().request().scopes()).isEqualTo(new RequestedScopes(ScopeSet.EMPTY, true));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void hasTheDefaultScopesIfItAsksForNone(String scope) {
            ofService.put(
                    "supportedScopes", List.of(Map.of("name", "read"), Map.of("name", "all", "defaultEntry", true)));
            parameters.put("scope", List.of(scope));
            assertThat(valid().request().scopes()).isEqualTo(new RequestedScopes(ScopeSet.of("all"), false));
        }
    }

    /** OpenID Connect Core sections 3.1.2.1, 3.2.2.1 and 3.3.2.1. */
    @Nested
    class OpenIdConnect {
        @Test
        void namesTheRedirectUri() {
            parameters.put("scope", List.of("openid"));
            assertThat(decide()).isInstanceOf(Valid.class);
            parameters.remove("redirect_uri");
            assertThat(decide()).isEqualTo(new Refused(AuthorizationRefusal.OPENID_REDIRECT_URI_MISSING, null, null));
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token", "id_token token", "code id_token", "code id_token token"})
        void hasANonceAndTheScopeWhereAnIdTokenIsGivenAtOnce(String type) {
            parameters.put("response_type", List.of(type));
            assertThat(why()).isEqualTo(AuthorizationRefusal.OPENID_SCOPE_MISSING);
            assertThat(refused().target()).isNull();
            parameters.put("scope", List.of("openid read"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.NONCE_REQUIRED);
            assertThat(refused().target()).isNotNull();
            parameters.put("nonce", List.of("n-0S6_WzA2Mj"));
            assertThat(valid().request().login().nonce()).isEqualTo("n-0S6_WzA2Mj");
            assertThat(valid().request().target().mode()).isEqualTo(ResponseMode.FRAGMENT);
        }

        @Test
        void givesNoUnsignedIdTokenAtOnce() {
            parameters.put("scope", List.of("openid"));
            parameters.put("nonce", List.of("n"));
            ofClient.put("idTokenSignAlg", "NONE");
            assertThat(decide()).isInstanceOf(Valid.class);
            parameters.put("response_type", List.of("code id_token"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.UNSIGNED_ID_TOKEN);
        }

        @Test
        void needsTheImplicitGrantForAnIdTokenAtOnce() {
            parameters.put("scope", List.of("openid"));
            parameters.put("nonce", List.of("n"));
            parameters.put("response_type", List.of("code id_token"));
            ofClient.put("grantTypes", names(GrantType.AUTHORIZATION_CODE));
            assertThat(refused())
                    .isEqualTo(new Refused(
                            AuthorizationRefusal.GRANT_TYPE_NOT_ALLOWED,
                            "implicit",
                            new ResponseTarget(URI, true, ResponseMode.FRAGMENT, "xyz")));
        }

        @Test
        void needsNoNonceForACode() {
            parameters.put("scope", List.of("openid"));
            assertThat(valid().request().login().nonce()).isNull();
        }

        @Test
        void remembersWhichClaimsAreAskedForOneByOne() {
            RequestedClaims userInfo = new RequestedClaims(List.of("name"), "{\"name\":null}");
            claims = new AskedClaims(
                    new RequestedClaims(List.of("email"), "{\"email\":null}"), userInfo, null, List.of(), false, null);
            assertThat(valid().request().login()).isEqualTo(new Login(null, List.of("email"), userInfo));
        }

        @Test
        void tellsWhomAnEarlierIdTokenIsAbout() {
            hint = new IdTokenHint(true, "user");
            assertThat(valid().hints().subject()).isEqualTo("user");
            claims = asking(List.of(), false, "other");
            assertThat(valid().hints().subject()).isEqualTo("other");
        }

        /** The name of the user in it is the client's, and no subject. */
        @Test
        void tellsNothingOfAnEarlierIdTokenOfAPairwiseClient() {
            hint = new IdTokenHint(true, "pairwise name");
            ofClient.put("subjectType", "PAIRWISE");
            assertThat(valid().hints().subject()).isNull();
        }

        @Test
        void refusesAnIdTokenThatTheServiceDidNotSign() {
            hint = IdTokenHint.INVALID;
            assertThat(why()).isEqualTo(AuthorizationRefusal.ID_TOKEN_HINT_INVALID);
        }
    }

    /** An error of these must not be redirected. */
    @Nested
    class ARedirectUri {
        @Test
        void isTheOnlyOneOfTheClientIfNoneIsNamed() {
            parameters.remove("redirect_uri");
            assertThat(valid().request().target()).isEqualTo(new ResponseTarget(URI, false, ResponseMode.QUERY, "xyz"));
            ofClient.put("redirectUris", List.of(URI, URI + "2"));
            assertThat(decide()).isEqualTo(new Refused(AuthorizationRefusal.NO_REDIRECT_URI, "", null));
            ofClient.put("redirectUris", List.of());
            assertThat(decide()).isEqualTo(new Refused(AuthorizationRefusal.NO_REDIRECT_URI, "", null));
        }

        @Test
        void isRegistered() {
            ofClient.put("redirectUris", List.of("https://other.example.org/", URI));
            assertThat(decide()).isInstanceOf(Valid.class);
            parameters.put("redirect_uri", List.of(URI + "/"));
            assertThat(decide())
                    .isEqualTo(new Refused(AuthorizationRefusal.REDIRECT_URI_NOT_REGISTERED, URI + "/", null));
        }

        @Test
        void mayHaveAnotherPortOnTheLoopbackWhereTheServiceSaysSo() {
            ofClient.put("redirectUris", List.of("http://127.0.0.1/cb"));
            parameters.put("redirect_uri", List.of("http://127.0.0.1:8080/cb"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.REDIRECT_URI_NOT_REGISTERED);
            ofService.put("loopbackRedirectionUriVariable", true);
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    @Nested
    class AResponseType {
        @Test
        void isThere() {
            parameters.remove("response_type");
            assertThat(decide()).isEqualTo(new Refused(AuthorizationRefusal.NO_RESPONSE_TYPE, null, null));
        }

        @Test
        void isKnown() {
            parameters.put("response_type", List.of("code device"));
            assertThat(decide())
                    .isEqualTo(new Refused(AuthorizationRefusal.UNKNOWN_RESPONSE_TYPE, "code device", target()));
        }

        @Test
        void isThereOnce() {
            parameters.put("response_type", List.of("code", "token"));
            assertThat(decide())
                    .isEqualTo(new Refused(AuthorizationRefusal.PARAMETER_REPEATED, "response_type", target()));
        }

        @Test
        void isSupportedAndAllowed() {
            ofClient.put("responseTypes", List.of("TOKEN"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.RESPONSE_TYPE_NOT_ALLOWED, "code"));
            ofService.put("supportedResponseTypes", List.of("TOKEN"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.UNSUPPORTED_RESPONSE_TYPE, "code"));
        }

        @ParameterizedTest
        @CsvSource({
            "code, AUTHORIZATION_CODE",
            "token, IMPLICIT",
            "code token, AUTHORIZATION_CODE",
            "code token, IMPLICIT"
        })
        void needsItsGrantTypes(String name, GrantType needed) {
            parameters.put("response_type", List.of(name));
            assertThat(decide()).isInstanceOf(Valid.class);
            List<String> others = names(Arrays.stream(GrantType.values())
                    .filter(type -> type != needed)
                    .toArray(GrantType[]::new));
            ofClient.put("grantTypes", others);
            assertThat(why()).isEqualTo(AuthorizationRefusal.GRANT_TYPE_NOT_ALLOWED);
            ofClient.put("grantTypes", names(GrantType.values()));
            ofService.put("supportedGrantTypes", others);
            assertThat(why()).isEqualTo(AuthorizationRefusal.GRANT_TYPE_NOT_ALLOWED);
        }

        @Test
        void ofNothingNeedsNoGrantType() {
            parameters.put("response_type", List.of("none"));
            ofClient.put("grantTypes", List.of());
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    @Nested
    class AResponseMode {
        @ParameterizedTest
        @CsvSource({
            "code, , QUERY",
            "none, , QUERY",
            "token, , FRAGMENT",
            "code token, , FRAGMENT",
            "code, query, QUERY",
            "code, fragment, FRAGMENT",
            "code, form_post, FORM_POST",
            "token, form_post, FORM_POST"
        })
        void isTheOneAskedForOrThatOfTheType(String type, @Nullable String asked, ResponseMode mode) {
            parameters.put("response_type", List.of(type));
            if (asked != null) {
                parameters.put("response_mode", List.of(asked));
            }
            assertThat(valid().request().target().mode()).isEqualTo(mode);
        }

        @ParameterizedTest
        @CsvSource({"token, query, FRAGMENT", "code token, query, FRAGMENT", "code, JWT, QUERY"})
        void thatCannotBeIsAnsweredByThatOfTheType(String type, String asked, ResponseMode mode) {
            parameters.put("response_type", List.of(type));
            parameters.put("response_mode", List.of(asked));
            assertThat(decide())
                    .isEqualTo(new Refused(
                            AuthorizationRefusal.RESPONSE_MODE_INVALID,
                            null,
                            new ResponseTarget(URI, true, mode, "xyz")));
        }

        @Test
        void isOneThatTheClientTakes() {
            ofClient.put("responseModes", List.of("QUERY"));
            assertThat(decide()).isInstanceOf(Valid.class);
            parameters.put("response_mode", List.of("form_post"));
            assertThat(decide())
                    .isEqualTo(new Refused(
                            AuthorizationRefusal.RESPONSE_MODE_NOT_ALLOWED,
                            "form_post",
                            new ResponseTarget(URI, true, ResponseMode.FORM_POST, "xyz")));
        }

        @Test
        void thatStandsTwiceIsThatOfTheType() {
            parameters.put("response_mode", List.of("form_post", "fragment"));
            assertThat(decide())
                    .isEqualTo(new Refused(AuthorizationRefusal.PARAMETER_REPEATED, "response_mode", target()));
        }
    }

    @Nested
    class AParameter {
        @Test
        void isThereOnceUnlessItIsAResource() {
            parameters.put("scope", List.of("read", "write"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.PARAMETER_REPEATED, "scope"));
            parameters.put("scope", List.of("read"));
            parameters.put("resource", List.of(RESOURCE, RESOURCE + "2"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }

        @Test
        void statesNothingThatGoesBackIfItStandsTwice() {
            parameters.put("state", List.of("a", "b"));
            assertThat(decide())
                    .isEqualTo(new Refused(
                            AuthorizationRefusal.PARAMETER_REPEATED,
                            "state",
                            new ResponseTarget(URI, true, ResponseMode.QUERY, null)));
        }

        @ParameterizedTest
        @CsvSource({
            "registration, REGISTRATION_NOT_SUPPORTED",
            "dpop_jkt, PARAMETER_NOT_SUPPORTED",
            "grant_id, PARAMETER_NOT_SUPPORTED"
        })
        void thatAsksForWhatIsNotThereIsNotPassedOver(String name, AuthorizationRefusal why) {
            parameters.put(name, List.of("something"));
            assertThat(why()).isEqualTo(why);
        }

        @Test
        void isRefusedIfItsTableSaysSo() {
            assertThat(KnownParameters.refused(KnownParameters.ofAuthorization()))
                    .contains("dpop_jkt", "registration")
                    .doesNotContain("scope", "nonce");
            assertThat(KnownParameters.refused(KnownParameters.ofToken()))
                    .contains("req_cnf")
                    .doesNotContain("code", "audience", "client_assertion");
        }

        @Test
        void thatNobodyKnowsIsPassedOver() {
            parameters.put("anything", List.of("something"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Demand.class)
    void whatIsDemandedAndNotGivenIsRefused(Demand demand) {
        demandsOfClient.add(demand);
        assertThat(refused()).isEqualTo(told(AuthorizationRefusal.DEMAND_NOT_MET, demand.member()));
        demandsOfClient.clear();
        demandsOfService.add(demand);
        assertThat(refused()).isEqualTo(told(AuthorizationRefusal.DEMAND_NOT_MET, demand.member()));
    }

    /** RFC 9101 section 10.5. What cannot be read demands. */
    @Test
    void anObjectCanBeRequiredByServiceOrClient() {
        for (Map<String, Object> settings : List.of(ofService, ofClient)) {
            for (Object demand : List.of(true, "yes", 1L)) {
                settings.put("requestObjectRequired", demand);
                inObject = false;
                assertThat(why()).isEqualTo(AuthorizationRefusal.REQUEST_OBJECT_REQUIRED);
                assertThat(refused().target()).isEqualTo(target());
                inObject = true;
                assertThat(decide()).isInstanceOf(Valid.class);
            }
            inObject = false;
            settings.put("requestObjectRequired", false);
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    @Test
    void aRefusalHasItsError() {
        assertThat(AuthorizationRefusal.RESPONSE_TYPE_NOT_ALLOWED.error()).isEqualTo("unauthorized_client");
    }

    @Nested
    class AScope {
        @Test
        void isWellFormed() {
            parameters.put("scope", List.of("re\"ad"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.MALFORMED_SCOPE);
        }

        @Test
        void isThereWhereTheServiceRequiresOne() {
            ofService.put("scopeRequired", true);
            assertThat(decide()).isInstanceOf(Valid.class);
            parameters.put("scope", List.of("unknown"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.SCOPE_REQUIRED);
        }

        @Test
        void ofOfflineAccessIsAskedForWithConsentAndForACode() {
            ofService.put("supportedScopes", List.of(Map.of("name", "openid"), Map.of("name", "offline_access")));
            parameters.put("scope", List.of("openid offline_access"));
            assertThat(scopes()).isEqualTo(ScopeSet.of("openid"));
            parameters.put("prompt", List.of("login consent"));
            assertThat(scopes()).isEqualTo(ScopeSet.of("openid", "offline_access"));
            parameters.put("response_type", List.of("token"));
            assertThat(scopes()).isEqualTo(ScopeSet.of("openid"));
        }

        @Test
        void ofOfflineAccessIsLikeAnyOtherWithoutOpenId() {
            ofService.put("supportedScopes", List.of(Map.of("name", "offline_access")));
            parameters.put("scope", List.of("offline_access"));
            assertThat(scopes()).isEqualTo(ScopeSet.of("offline_access"));
        }

        private ScopeSet scopes() {
            return valid().request().scopes().allowed();
        }

        @Test
        void thatDemandsAProtectionIsRefused() {
            ofService.put(
                    "supportedScopes",
                    List.of(Map.of("name", "read", "attributes", List.of(Map.of("key", "fapi", "value", "rw")))));
            assertThat(why()).isEqualTo(AuthorizationRefusal.DEMAND_NOT_MET);
        }
    }

    @Nested
    class ACodeChallenge {
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isThereWhereItIsRequired(boolean byService) {
            (byService ? ofService : ofClient).put("pkceRequired", true);
            assertThat(why()).isEqualTo(AuthorizationRefusal.CODE_CHALLENGE_REQUIRED);
            parameters.put("response_type", List.of("token"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }

        @Test
        void isThereIfItsMethodIs() {
            parameters.put("code_challenge_method", List.of("S256"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.CODE_CHALLENGE_REQUIRED);
        }

        @Test
        void isWellFormedAndOfAKnownMethod() {
            parameters.put("code_challenge", List.of("short"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.CODE_CHALLENGE_MALFORMED);
            parameters.put("code_challenge_method", List.of("plain"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.CODE_CHALLENGE_MALFORMED);
            parameters.put("code_challenge_method", List.of("s256"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.CODE_CHALLENGE_METHOD_UNKNOWN);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void hasTheMethodThatIsRequired(boolean byService) {
            (byService ? ofService : ofClient).put("pkceS256Required", true);
            parameters.put("code_challenge", List.of(CHALLENGE));
            assertThat(why()).isEqualTo(AuthorizationRefusal.CODE_CHALLENGE_S256_REQUIRED);
            parameters.put("code_challenge_method", List.of("S256"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    @Nested
    class Pages {
        @ParameterizedTest
        @CsvSource({
            "prompt, sometimes, PROMPT_INVALID",
            "prompt, none login, PROMPT_INVALID",
            "display, poster, DISPLAY_INVALID",
            "max_age, -1, MAX_AGE_INVALID",
            "max_age, 1234567890, MAX_AGE_INVALID"
        })
        void areAskedForInWordsThatAreKnown(String name, String value, AuthorizationRefusal why) {
            parameters.put(name, List.of(value));
            assertThat(why()).isEqualTo(why);
        }

        @ParameterizedTest
        @CsvSource({"prompt, login consent", "prompt, none", "display, popup", "max_age, 123456789"})
        void areWhatTheServiceHas(String name, String value) {
            parameters.put(name, List.of(value));
            assertThat(decide()).isInstanceOf(Valid.class);
            ofService.put("supportedPromptValues", List.of("CONSENT"));
            ofService.put("supportedDisplays", List.of("PAGE"));
            assertThat(decide() instanceof Valid).isEqualTo(name.equals("max_age"));
        }

        @Test
        void cannotBeMissingForALoginThatMustBeNew() {
            parameters.put("max_age", List.of("0"));
            parameters.put("prompt", List.of("none"));
            assertThat(why()).isEqualTo(AuthorizationRefusal.LOGIN_REQUIRED);
            parameters.put("max_age", List.of("1"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }

        @Test
        void areToldWhatWasAskedFor() {
            parameters.put("prompt", List.of("consent"));
            parameters.put("display", List.of("touch"));
            parameters.put("max_age", List.of("0"));
            parameters.put("login_hint", List.of("me"));
            parameters.put("ui_locales", List.of("de  en de"));
            parameters.put("claims_locales", List.of("fr"));
            parameters.put("acr_values", List.of("gold silver"));
            assertThat(valid().hints())
                    .isEqualTo(new Hints(
                            List.of("login", "consent"),
                            "touch",
                            0,
                            "me",
                            List.of("de", "en"),
                            List.of("fr"),
                            List.of("gold", "silver"),
                            AskedClaims.NONE,
                            null));
        }

        @Test
        void areToldWhatIsMeantWhereNothingWasSaid() {
            ofClient.put("defaultMaxAge", 60L);
            ofClient.put("defaultAcrs", List.of("bronze"));
            assertThat(valid().hints())
                    .isEqualTo(new Hints(
                            List.of(),
                            "page",
                            60,
                            null,
                            List.of(),
                            List.of(),
                            List.of("bronze"),
                            AskedClaims.NONE,
                            null));
            assertThat(valid().hints().promptNone()).isFalse();
        }

        @Test
        void areToldThatNoneMayBeShown() {
            parameters.put("prompt", List.of("none"));
            assertThat(valid().hints().promptNone()).isTrue();
        }

        @Test
        void areToldOfALoginOnce() {
            parameters.put("prompt", List.of("consent login"));
            parameters.put("max_age", List.of("0"));
            assertThat(valid().hints().prompts()).containsExactly("consent", "login");
        }

        @Test
        void areToldWhatTheClaimsSayBeforeTheParameter() {
            claims = asking(List.of("gold"), true, "user");
            ofService.put("supportedAcrs", List.of("gold"));
            parameters.put("acr_values", List.of("silver"));
            Hints hints = valid().hints();
            assertThat(hints.acrs()).containsExactly("gold");
            assertThat(hints.claims().acrIsEssential()).isTrue();
            assertThat(hints.subject()).isEqualTo("user");
        }
    }

    @Nested
    class Claims {
        @Test
        void areWellFormed() {
            claims = null;
            assertThat(why()).isEqualTo(AuthorizationRefusal.CLAIMS_MALFORMED);
        }

        @Test
        void nameAnEssentialContextThatTheServiceHas() {
            claims = asking(List.of("gold", "silver"), true, null);
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.ACR_NOT_SUPPORTED, "gold silver"));
            ofService.put("supportedAcrs", List.of("silver"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }

        @Test
        void mayNameAnyOtherContext() {
            claims = asking(List.of("gold"), false, null);
            assertThat(decide()).isInstanceOf(Valid.class);
            claims = asking(List.of(), true, null);
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    @Nested
    class Targets {
        @Test
        void areAbsoluteUrisWithoutAFragment() {
            parameters.put("resource", List.of("no-uri"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.RESOURCE_NOT_ABSOLUTE, "no-uri"));
            parameters.put("resource", List.of("no uri"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.RESOURCE_NOT_ABSOLUTE, "no uri"));
            parameters.put("resource", List.of(RESOURCE, RESOURCE + "#a"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.RESOURCE_WITH_FRAGMENT, RESOURCE + "#a"));
        }

        @Test
        void haveDetailsOfTypesThatServiceAndClientKnow() {
            details = new RequestedDetails.Malformed();
            assertThat(why()).isEqualTo(AuthorizationRefusal.AUTHORIZATION_DETAILS_MALFORMED);
            details = new RequestedDetails.Asked("[]", Set.of("account"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED, "account"));
            ofService.put("supportedAuthorizationDetailsTypes", List.of("account"));
            assertThat(decide()).isInstanceOf(Valid.class);
            ofClient.put("authorizationDetailsTypes", List.of("payment"));
            assertThat(refused()).isEqualTo(told(AuthorizationRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED, "account"));
            ofClient.put("authorizationDetailsTypes", List.of("payment", "account"));
            assertThat(decide()).isInstanceOf(Valid.class);
        }
    }

    private Valid valid() {
        return (Valid) decide();
    }

    private Refused refused() {
        return (Refused) decide();
    }

    private AuthorizationRefusal why() {
        return refused().why();
    }

    /** A refusal that goes to the redirect URI. */
    private static Refused told(AuthorizationRefusal why, String detail) {
        return new Refused(why, detail, target());
    }

    private static ResponseTarget target() {
        return new ResponseTarget(URI, true, ResponseMode.QUERY, "xyz");
    }

    private RequestVerdict decide() {
        Service service = new Service(
                Samples.SERVICE,
                1,
                new Secret("secret"),
                Samples.KEY,
                new ServiceSettings(Members.of(ofService), demandsOfService),
                NOW,
                NOW,
                Version.FIRST);
        Client client = Samples.client()
                .update(new ClientSettings(Members.of(ofClient), demandsOfClient), NOW)
                .state();
        return new ReceivedRequest(
                        service, client, origin, new Parameters(parameters), inObject, details, claims, hint, "context")
                .decide();
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static AskedClaims asking(List<String> acrs, boolean essential, @Nullable String subject) {
        return new AskedClaims(RequestedClaims.NONE, RequestedClaims.NONE, null, acrs, essential, subject);
    }
}
