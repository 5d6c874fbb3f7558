package dev.grantkeep.bootstrap.e2e;

import static dev.grantkeep.bootstrap.e2e.FrontEnd.aClient;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.anOpenIdProvider;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.decision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authlete.common.api.AuthleteApiException;
import com.authlete.common.dto.AuthorizationFailRequest;
import com.authlete.common.dto.AuthorizationFailRequest.Reason;
import com.authlete.common.dto.AuthorizationFailResponse;
import com.authlete.common.dto.AuthorizationIssueResponse;
import com.authlete.common.dto.AuthorizationRequest;
import com.authlete.common.dto.AuthorizationResponse;
import com.authlete.common.dto.AuthorizationTicketInfo;
import com.authlete.common.dto.AuthorizationTicketInfoRequest;
import com.authlete.common.dto.AuthorizationTicketInfoResponse;
import com.authlete.common.dto.AuthorizationTicketUpdateRequest;
import com.authlete.common.dto.AuthorizationTicketUpdateResponse;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.IDTokenReissueRequest;
import com.authlete.common.dto.IDTokenReissueResponse;
import com.authlete.common.dto.IntrospectionRequest;
import com.authlete.common.dto.IntrospectionResponse;
import com.authlete.common.dto.Pair;
import com.authlete.common.dto.Scope;
import com.authlete.common.dto.ServiceConfigurationRequest;
import com.authlete.common.dto.StandardIntrospectionRequest;
import com.authlete.common.dto.StandardIntrospectionResponse;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.dto.UserInfoIssueRequest;
import com.authlete.common.dto.UserInfoIssueResponse;
import com.authlete.common.dto.UserInfoRequest;
import com.authlete.common.dto.UserInfoResponse;
import com.authlete.common.types.Display;
import com.authlete.common.types.JWEAlg;
import com.authlete.common.types.JWEEnc;
import com.authlete.common.types.JWSAlg;
import com.authlete.common.types.Prompt;
import com.authlete.common.types.ResponseType;
import com.google.gson.JsonObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The calls of OpenID Connect with all that the official Java library sends in them and reads from their answers. */
@OnEveryStore
final class OpenIdCallsTest {
    private static final String CLAIMS = "{\"id_token\":{\"birthdate\":null,\"acr\":{\"essential\":true,"
            + "\"values\":[\"urn:gold\"]}},\"userinfo\":{\"name\":{\"essential\":true}}}";

    private final Stage stage;
    private final FrontEnd provider;
    private final Client client;

    OpenIdCallsTest(Stage stage) {
        this.stage = stage;
        provider = FrontEnd.open(stage, anOpenIdProvider().setIdTokenReissuable(true));
        client = provider.api().createClient(aClient());
    }

    @Nested
    class Discovery {
        @Test
        void isTheSameDocumentHoweverItIsAskedFor() {
            String document = provider.api().getServiceConfiguration();

            JsonObject read = Json.parse(document).getAsJsonObject();
            assertThat(read.get("issuer").getAsString()).isEqualTo(FrontEnd.ISSUER);
            assertThat(read.get("jwks_uri").getAsString()).isEqualTo(FrontEnd.ISSUER + "/jwks");
            assertThat(read.get("response_types_supported").getAsJsonArray()).hasSize(8);
            assertThat(read.get("token_endpoint_auth_methods_supported").toString())
                    .isEqualTo("[\"client_secret_basic\",\"client_secret_jwt\",\"private_key_jwt\"]");
            assertThat(read.has("type") || read.has("resultCode")).isFalse();
            for (String same : new String[] {
                provider.api().getServiceConfiguration(true),
                provider.api().getServiceConfiguration(false),
                provider.api().getServiceConfiguration(new ServiceConfigurationRequest()),
                provider.api().getServiceConfiguration(new ServiceConfigurationRequest().setPretty(true)),
                provider.api().getServiceConfiguration(new ServiceConfigurationRequest().setPatch(""))
            }) {
                assertThat(Json.parse(same)).isEqualTo(read);
            }
            assertThat(document).doesNotContain("\n");
            assertThat(provider.api().getServiceConfiguration(true)).contains("\n");
        }

        @Test
        void isChangedByAPatchThatHoldsForOneCall() {
            String patch = "[{\"op\":\"replace\",\"path\":\"/issuer\",\"value\":\"https://other.example.com\"},"
                    + "{\"op\":\"remove\",\"path\":\"/jwks_uri\"}]";

            String patched = provider.api()
                    .getServiceConfiguration(
                            new ServiceConfigurationRequest().setPretty(true).setPatch(patch));

            assertThat(patched)
                    .contains("\n")
                    .contains("https://other.example.com")
                    .doesNotContain("jwks_uri");
            assertThat(provider.api().getServiceConfiguration()).contains(FrontEnd.ISSUER, "jwks_uri");
            assertThatThrownBy(() -> provider.api()
                            .getServiceConfiguration(new ServiceConfigurationRequest()
                                    .setPatch("[{\"op\":\"remove\",\"path\":\"/not-there\"}]")))
                    .isInstanceOfSatisfying(
                            AuthleteApiException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(400));
        }
    }

    @Nested
    class TheAuthorizationRequest {
        @ParameterizedTest
        @EnumSource(ResponseType.class)
        void isTakenForEveryResponseType(ResponseType type) {
            String wanted = type.name().toLowerCase(java.util.Locale.ROOT).replace("id_token", "idtoken");
            String wireName = wanted.replace('_', ' ').replace("idtoken", "id_token");

            AuthorizationResponse asked =
                    provider.ask(client, "response_type", wireName, "scope", "openid", "nonce", "n-1");
            AuthorizationIssueResponse issued = provider.api().authorizationIssue(decision(asked.getTicket()));

            assertThat(asked.getAction()).isEqualTo(AuthorizationResponse.Action.INTERACTION);
            assertThat(issued.getAction()).isEqualTo(AuthorizationIssueResponse.Action.LOCATION);
            assertThat(issued.getAuthorizationCode() != null).isEqualTo(wireName.contains("code"));
            assertThat(issued.getIdToken() != null).isEqualTo(wireName.contains("id_token"));
            assertThat(issued.getAccessToken() != null)
                    .isEqualTo(wireName.replace("id_token", "").contains("token"));
        }

        @Test
        void tellsThePagesWhatTheClientWants() {
            AuthorizationResponse asked = provider.ask(
                    client,
                    "response_type",
                    "code",
                    "scope",
                    "openid email read",
                    "nonce",
                    "n-1",
                    "claims",
                    CLAIMS,
                    "display",
                    "popup",
                    "prompt",
                    "login consent",
                    "max_age",
                    60,
                    "ui_locales",
                    "de en",
                    "claims_locales",
                    "fr",
                    "login_hint",
                    "somebody");

            assertThat(asked.getAction()).isEqualTo(AuthorizationResponse.Action.INTERACTION);
            assertThat(asked.getService().getServiceName()).isEqualTo("An OpenID provider");
            assertThat(asked.getClient().getClientName()).isEqualTo("A relying party");
            assertThat(asked.getScopes()).extracting(Scope::getName).containsExactly("openid", "email", "read");
            assertThat(asked.getClaims()).containsExactlyInAnyOrder("email", "email_verified", "birthdate");
            assertThat(Json.parse(asked.getIdTokenClaims()).getAsJsonObject().keySet())
                    .containsExactly("birthdate", "acr");
            assertThat(asked.getUserInfoClaims()).isEqualTo("{\"name\":{\"essential\":true}}");
            if (stage.dialect() == Dialect.V3) {
                assertThat(asked.getClaimsAtUserInfo()).containsExactlyInAnyOrder("email", "email_verified", "name");
            } else {
                assertThat(asked.getClaimsAtUserInfo()).isNull();
            }
            assertThat(asked.getAcrs()).containsExactly("urn:gold");
            assertThat(asked.isAcrEssential()).isTrue();
            assertThat(asked.getDisplay()).isEqualTo(Display.POPUP);
            assertThat(asked.getPrompts()).containsExactly(Prompt.LOGIN, Prompt.CONSENT);
            assertThat(asked.getMaxAge()).isEqualTo(60);
            assertThat(asked.getUiLocales()).containsExactly("de", "en");
            assertThat(asked.getClaimsLocales()).containsExactly("fr");
            assertThat(asked.getLoginHint()).isEqualTo("somebody");
            assertThat(asked.getSubject()).isNull();
        }

        @Test
        void saysNothingThatWasNotAskedFor() {
            AuthorizationResponse asked = provider.ask(client, "response_type", "code", "scope", "openid");

            assertThat(asked.getClaims()).isNullOrEmpty();
            assertThat(asked.getIdTokenClaims()).isNull();
            assertThat(asked.getUserInfoClaims()).isNull();
            assertThat(asked.getAcrs()).isNullOrEmpty();
            assertThat(asked.isAcrEssential()).isFalse();
            assertThat(asked.getMaxAge()).isZero();
            assertThat(asked.getUiLocales()).isNullOrEmpty();
            assertThat(asked.getLoginHint()).isNull();
            assertThat(asked.getSubject()).isNull();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "claims | not JSON | invalid_request",
                    "claims | {\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"urn:lead\"}}}"
                            + " | unmet_authentication_requirements",
                    "prompt | none login | invalid_request",
                    "max_age | -1 | invalid_request",
                    "id_token_hint | no JWT | invalid_request"
                })
        void isRefusedAtTheRedirectUri(String name, String value, String error) {
            AuthorizationResponse asked = provider.ask(client, "response_type", "code", "scope", "openid", name, value);

            assertThat(asked.getAction()).isEqualTo(AuthorizationResponse.Action.LOCATION);
            assertThat(Form.query(asked.getResponseContent()))
                    .containsEntry("error", error)
                    .containsEntry("state", "a state")
                    .containsEntry("iss", FrontEnd.ISSUER);
            assertThat(asked.getTicket()).isNull();
        }
    }

    @Nested
    class TheDecision {
        @Test
        void putsWhatItSaysIntoTheIdToken() throws ParseException {
            String ticket = ticket("id_token token", "openid email read");

            AuthorizationIssueResponse issued = provider.api()
                    .authorizationIssue(decision(ticket)
                            .setSub("another name")
                            .setAcr("urn:silver")
                            .setAuthTime(1_700_000_000)
                            .setSessionId("a session")
                            .setClaims(Map.of("name", "A B", "updated_at", 1_600_000_000L, "iss", "evil"))
                            .setIdtHeaderParams("{\"x\":1,\"kid\":\"evil\"}")
                            .setIdTokenAudType("string")
                            .setConsentedClaims(new String[] {"name"})
                            .setJwtAtClaims("{\"for\":\"JWT access tokens\"}")
                            .setAccessTokenDuration(30)
                            .setScopes(new String[] {"openid", "email"}));

            assertThat(issued.getAction()).isEqualTo(AuthorizationIssueResponse.Action.LOCATION);
            JWTClaimsSet claims = provider.verified(issued.getIdToken(), JWSAlgorithm.ES256);
            assertThat(claims.toJSONObject())
                    .containsEntry("sub", "another name")
                    .containsEntry("acr", "urn:silver")
                    .containsEntry("auth_time", 1_700_000_000L)
                    .containsEntry("name", "A B")
                    .containsEntry("updated_at", 1_600_000_000L)
                    .containsEntry("iss", FrontEnd.ISSUER)
                    .containsEntry("aud", Long.toString(client.getClientId()))
                    .doesNotContainKeys("sid", "for");
            assertThat(SignedJWT.parse(issued.getIdToken()).getHeader().toJSONObject())
                    .containsEntry("x", 1L)
                    .containsEntry("kid", "a P-256 key");
            assertThat(issued.getAccessTokenDuration()).isEqualTo(30);
            IntrospectionResponse seen = provider.introspect(issued.getAccessToken());
            assertThat(seen.getScopes()).containsExactly("openid", "email");
            assertThat(seen.getConsentedClaims()).containsExactly("name");
            assertThat(seen.getAcr()).isEqualTo("urn:silver");
            assertThat(seen.getAuthTime()).isEqualTo(1_700_000_000);
        }

        /** Most front ends send nothing else. */
        @Test
        void needsNoMoreThanTheSubject() throws ParseException {
            JWTClaimsSet claims = provider.verified(
                    provider.allow(decision(ticket("id_token", "openid"))).get("id_token"), JWSAlgorithm.ES256);

            assertThat(claims.getClaims()).containsOnlyKeys("iss", "sub", "aud", "exp", "iat", "nonce", "s_hash");
        }

        @ParameterizedTest
        @CsvSource({"[1], {}, array", "{}, no object, array", "{}, {}, a list"})
        void isRefusedWhereItsPartsHaveAnotherForm(String claims, String header, String audience) {
            String ticket = ticket("id_token", "openid");

            AuthorizationIssueResponse refused = provider.api()
                    .authorizationIssue(decision(ticket)
                            .setClaims(claims)
                            .setIdtHeaderParams(header)
                            .setIdTokenAudType(audience));

            assertThat(refused.getAction()).isEqualTo(AuthorizationIssueResponse.Action.INTERNAL_SERVER_ERROR);
            assertThat(refused.getIdToken()).isNull();
            assertThat(provider.allow(decision(ticket))).containsKey("id_token");
        }

        @ParameterizedTest
        @EnumSource(Reason.class)
        void canBeANoForEveryReason(Reason reason) {
            String ticket = ticket("code id_token", "openid");

            AuthorizationFailResponse failed = provider.api()
                    .authorizationFail(
                            new AuthorizationFailRequest().setTicket(ticket).setReason(reason));

            assertThat(failed.getAction()).isEqualTo(AuthorizationFailResponse.Action.LOCATION);
            assertThat(Form.fragment(failed.getResponseContent()))
                    .containsKeys("error", "state", "iss")
                    .doesNotContainKeys("code", "id_token");
            assertThat(provider.api().authorizationIssue(decision(ticket)).getAction())
                    .isEqualTo(AuthorizationIssueResponse.Action.BAD_REQUEST);
        }
    }

    @Nested
    class TheTicket {
        @Test
        void keepsWhatTheFrontEndWantsToRemember() {
            String parameters = Form.of(
                    "response_type",
                    "code",
                    "client_id",
                    client.getClientId(),
                    "redirect_uri",
                    FrontEnd.REDIRECT_URI,
                    "scope",
                    "openid");
            String ticket = provider.api()
                    .authorization(
                            new AuthorizationRequest().setParameters(parameters).setContext("first"))
                    .getTicket();
            assertThat(info(ticket).getAction()).isEqualTo(AuthorizationTicketInfoResponse.Action.OK);
            assertThat(info(ticket).getInfo().getContext()).isEqualTo("first");
            AuthorizationTicketUpdateResponse updated = update(ticket, "second");
            assertThat(updated.getAction()).isEqualTo(AuthorizationTicketUpdateResponse.Action.OK);
            assertThat(updated.getInfo().getContext()).isEqualTo("second");
            assertThat(info(ticket).getInfo().getContext()).isEqualTo("second");
            AuthorizationIssueResponse issued = provider.api().authorizationIssue(decision(ticket));
            if (stage.dialect() == Dialect.V3) {
                assertThat(issued.getTicketInfo().getContext()).isEqualTo("second");
            }
            assertThat(info(ticket).getAction()).isEqualTo(AuthorizationTicketInfoResponse.Action.NOT_FOUND);
            assertThat(update(ticket, "third").getAction())
                    .isEqualTo(AuthorizationTicketUpdateResponse.Action.NOT_FOUND);
        }

        private AuthorizationTicketInfoResponse info(String ticket) {
            return provider.api().authorizationTicketInfo(new AuthorizationTicketInfoRequest().setTicket(ticket));
        }

        private AuthorizationTicketUpdateResponse update(String ticket, String context) {
            return provider.api()
                    .authorizationTicketUpdate(new AuthorizationTicketUpdateRequest()
                            .setTicket(ticket)
                            .setInfo(new AuthorizationTicketInfo().setContext(context)));
        }
    }

    @Nested
    class Userinfo {
        @Test
        void isCheckedWithAllThatAnEndpointSees() {
            String ticket = provider.ticket(
                    client, "response_type", "id_token token", "scope", "openid email", "nonce", "n", "claims", CLAIMS);
            String token = provider.allow(
                            decision(ticket).setSub("another name").setConsentedClaims(new String[] {"email"}))
                    .get("access_token");

            UserInfoResponse answer = provider.api()
                    .userinfo(new UserInfoRequest()
                            .setToken(token)
                            .setHtm("GET")
                            .setHtu(FrontEnd.ISSUER + "/userinfo")
                            .setTargetUri(URI.create(FrontEnd.ISSUER + "/userinfo"))
                            .setHeaders(new Pair[] {new Pair("accept", "*/*")})
                            .setMessage(""));

            assertThat(answer.getAction()).isEqualTo(UserInfoResponse.Action.OK);
            assertThat(answer.getToken()).isEqualTo(token);
            assertThat(answer.getClientId()).isEqualTo(client.getClientId());
            assertThat(answer.getSubject()).isEqualTo(FrontEnd.USER);
            assertThat(answer.getScopes()).containsExactly("openid", "email");
            assertThat(answer.getClaims()).containsExactlyInAnyOrder("email", "email_verified", "name");
            assertThat(answer.getUserInfoClaims()).isEqualTo("{\"name\":{\"essential\":true}}");
            assertThat(answer.getConsentedClaims()).containsExactly("email");
            assertThat(answer.getDpopNonce()).isNull();
        }

        @Test
        void isJsonWithTheTypesThatTheFrontEndSends() {
            TokenResponse tokens = provider.login(client, "openid");

            UserInfoIssueResponse told = provider.api()
                    .userinfoIssue(new UserInfoIssueRequest()
                            .setToken(tokens.getAccessToken())
                            .setSub("another name")
                            .setHeaders(new Pair[] {new Pair("accept", "*/*")})
                            .setClaims(Map.of("email_verified", true)));

            assertThat(told.getAction()).isEqualTo(UserInfoIssueResponse.Action.JSON);
            assertThat(told.getResponseContent()).isEqualTo("{\"email_verified\":true,\"sub\":\"another name\"}");
            assertThat(provider.tell(tokens.getAccessToken(), "[1]").getAction())
                    .isEqualTo(UserInfoIssueResponse.Action.INTERNAL_SERVER_ERROR);
        }

        @Test
        void isSignedForAClientThatIsRegisteredSo() {
            Client wantsJwts = provider.api().createClient(aClient().setUserInfoSignAlg(JWSAlg.RS256));
            TokenResponse tokens = provider.login(wantsJwts, "openid");

            UserInfoIssueResponse told = provider.tell(tokens.getAccessToken(), "{\"email_verified\":true}");

            assertThat(told.getAction()).isEqualTo(UserInfoIssueResponse.Action.JWT);
            JWTClaimsSet claims = provider.verified(told.getResponseContent(), JWSAlgorithm.RS256);
            assertThat(claims.getIssuer()).isEqualTo(FrontEnd.ISSUER);
            assertThat(claims.getAudience()).containsExactly(Long.toString(wantsJwts.getClientId()));
            assertThat(claims.getSubject()).isEqualTo(FrontEnd.USER);
            assertThat(claims.getClaim("email_verified")).isEqualTo(true);
        }
    }

    @Nested
    class TheIdTokenAfterARefresh {
        @Test
        void hasTheClaimsOfTheCallAndTheTimeOfTheLogin() {
            String ticket = provider.ticket(
                    client, "response_type", "code", "scope", "openid", "nonce", "n-1", "claims", CLAIMS);
            String code = provider.allow(decision(ticket)
                            .setAcr("urn:gold")
                            .setAuthTime(1_700_000_000)
                            .setSub("another name"))
                    .get("code");
            TokenResponse refreshed =
                    provider.refresh(client, provider.redeem(client, code).getRefreshToken());
            assertThat(refreshed.getAction()).isEqualTo(TokenResponse.Action.ID_TOKEN_REISSUABLE);
            if (stage.dialect() == Dialect.V3) {
                assertThat(refreshed.getRequestedIdTokenClaims()).containsExactly("birthdate", "acr");
            } else {
                assertThat(refreshed.getRequestedIdTokenClaims()).isNull();
            }

            IDTokenReissueResponse reissued = provider.api()
                    .idTokenReissue(new IDTokenReissueRequest()
                            .setAccessToken(refreshed.getAccessToken())
                            .setRefreshToken(refreshed.getRefreshToken())
                            .setClaims("{\"birthdate\":\"2000-01-01\"}")
                            .setIdtHeaderParams("{\"x\":1}")
                            .setIdTokenAudType("array"));

            assertThat(reissued.getAction()).isEqualTo(IDTokenReissueResponse.Action.OK);
            JsonObject content = Json.parse(reissued.getResponseContent()).getAsJsonObject();
            assertThat(content.get("access_token").getAsString()).isEqualTo(refreshed.getAccessToken());
            assertThat(content.get("refresh_token").getAsString()).isEqualTo(refreshed.getRefreshToken());
            assertThat(content.get("id_token").getAsString()).isEqualTo(reissued.getIdToken());
            assertThat(provider.verified(reissued.getIdToken(), JWSAlgorithm.ES256)
                            .getClaims())
                    .containsEntry("sub", "another name")
                    .containsEntry("acr", "urn:gold")
                    .containsEntry("auth_time", 1_700_000_000L)
                    .containsEntry("birthdate", "2000-01-01")
                    .doesNotContainKey("nonce");
        }
    }

    @Nested
    class Introspection {
        @Test
        void ofALoginsTokenIsTheSameInBothForms() {
            String token = provider.login(client, "openid read").getAccessToken();

            IntrospectionResponse own = provider.api()
                    .introspection(new IntrospectionRequest()
                            .setToken(token)
                            .setScopes(new String[] {"openid"})
                            .setSubject(FrontEnd.USER)
                            .setHtm("GET")
                            .setHtu("https://rs.example.com/")
                            .setTargetUri(URI.create("https://rs.example.com/"))
                            .setHeaders(new Pair[] {new Pair("accept", "*/*")}));
            StandardIntrospectionResponse standard = provider.api()
                    .standardIntrospection(new StandardIntrospectionRequest()
                            .setParameters(Form.of("token", token, "token_type_hint", "access_token"))
                            .setRsUri(URI.create("https://rs.example.com/"))
                            .setHttpAcceptHeader("application/json")
                            .setIntrospectionSignAlg(JWSAlg.ES256)
                            .setIntrospectionEncryptionAlg(JWEAlg.RSA_OAEP_256)
                            .setIntrospectionEncryptionEnc(JWEEnc.A128CBC_HS256)
                            .setPublicKeyForEncryption("{\"kty\":\"RSA\"}"));

            assertThat(own.getAction()).isEqualTo(IntrospectionResponse.Action.OK);
            assertThat(standard.getAction()).isEqualTo(StandardIntrospectionResponse.Action.OK);
            JsonObject content = Json.parse(standard.getResponseContent()).getAsJsonObject();
            assertThat(content.get("active").getAsBoolean()).isTrue();
            assertThat(content.get("sub").getAsString()).isEqualTo(own.getSubject());
            assertThat(content.get("scope").getAsString()).isEqualTo(String.join(" ", own.getScopes()));
            assertThat(content.get("exp").getAsLong()).isEqualTo(own.getExpiresAt() / 1_000);
            assertThat(provider.api()
                            .introspection(
                                    new IntrospectionRequest().setToken(token).setSubject("somebody else"))
                            .getAction())
                    .isNotEqualTo(IntrospectionResponse.Action.OK);
        }
    }

    private String ticket(String responseType, String scope) {
        return provider.ticket(client, "response_type", responseType, "scope", scope, "nonce", "n-1");
    }
}
