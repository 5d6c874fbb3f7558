package dev.grantkeep.bootstrap.e2e;

import static dev.grantkeep.bootstrap.e2e.FrontEnd.aClient;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.anOpenIdProvider;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.decision;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.common.dto.AuthorizationFailRequest;
import com.authlete.common.dto.AuthorizationFailRequest.Reason;
import com.authlete.common.dto.AuthorizationResponse;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.ClientExtension;
import com.authlete.common.dto.IDTokenReissueRequest;
import com.authlete.common.dto.IDTokenReissueResponse;
import com.authlete.common.dto.IntrospectionResponse;
import com.authlete.common.dto.Pair;
import com.authlete.common.dto.RevocationResponse;
import com.authlete.common.dto.Scope;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.StandardIntrospectionRequest;
import com.authlete.common.dto.TokenRequest;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.dto.UserInfoIssueRequest;
import com.authlete.common.dto.UserInfoIssueResponse;
import com.authlete.common.dto.UserInfoResponse;
import com.authlete.common.types.ClientAuthMethod;
import com.authlete.common.types.JWEAlg;
import com.authlete.common.types.JWSAlg;
import com.authlete.common.types.SubjectType;
import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins from the client's request to the end of its tokens, as a front end plays them. */
@OnEveryStore
final class LoginTest {
    private static final long AN_HOUR_AGO = 3_600;

    private final Stage stage;
    private final FrontEnd provider;

    LoginTest(Stage stage) {
        this.stage = stage;
        provider = FrontEnd.open(stage, anOpenIdProvider().setIdTokenReissuable(true));
    }

    @Nested
    class ByACode {
        private final Client client = provider.api().createClient(aClient().setIdTokenSignAlg(null));

        @Test
        void fromDiscoveryToTheEndOfTheTokens() {
            JsonObject found =
                    Json.parse(provider.api().getServiceConfiguration()).getAsJsonObject();
            assertThat(found.get("issuer").getAsString()).isEqualTo(FrontEnd.ISSUER);
            assertThat(found.get("id_token_signing_alg_values_supported").toString())
                    .contains("RS256");

            String ticket = provider.ticket(
                    client, "response_type", "code", "scope", "openid email read", "nonce", "n-1", "max_age", 7_200);
            Map<String, String> answer = provider.allow(decision(ticket)
                    .setAuthTime(anHourAgo())
                    .setAcr("urn:gold")
                    .setClaims("{\"email\":\"a@example.com\",\"txn\":\"t-1\"}"));
            TokenResponse tokens = provider.redeem(client, answer.get("code"));

            assertThat(tokens.getAction()).isEqualTo(TokenResponse.Action.OK);
            JWTClaimsSet idToken = provider.verified(tokens.getIdToken(), JWSAlgorithm.RS256);
            assertThat(idToken.getIssuer()).isEqualTo(found.get("issuer").getAsString());
            assertThat(idToken.getAudience()).containsExactly(Long.toString(client.getClientId()));
            assertThat(idToken.getSubject()).isEqualTo(FrontEnd.USER);
            assertThat(idToken.getIssueTime().getTime()).isEqualTo(stage.now() / 1_000 * 1_000);
            assertThat(lifetime(idToken)).isEqualTo(300);
            assertThat(idToken.getClaims())
                    .containsEntry("nonce", "n-1")
                    .containsEntry("auth_time", anHourAgo())
                    .containsEntry("acr", "urn:gold")
                    .containsEntry("email", "a@example.com")
                    .containsEntry("at_hash", SignatureAlgorithm.RS256.halfHash(tokens.getAccessToken()))
                    .doesNotContainKeys("c_hash", "sid");

            IntrospectionResponse introspected = provider.introspect(tokens.getAccessToken());
            assertThat(introspected.getAction()).isEqualTo(IntrospectionResponse.Action.OK);
            assertThat(introspected.getSubject()).isEqualTo(FrontEnd.USER);
            assertThat(introspected.getScopes()).containsExactly("openid", "email", "read");
            assertThat(introspected.getAcr()).isEqualTo("urn:gold");
            assertThat(introspected.getAuthTime()).isEqualTo(anHourAgo());
            assertThat(introspected.getConsentedClaims()).containsExactly("email", "email_verified", "txn");

            assertThat(told(tokens)).isEqualTo("{\"email\":\"a@example.com\",\"sub\":\"user-1001\"}");

            stage.later(Duration.ofSeconds(60));
            TokenResponse refreshed = provider.refresh(client, tokens.getRefreshToken());
            assertThat(refreshed.getAction()).isEqualTo(TokenResponse.Action.ID_TOKEN_REISSUABLE);
            assertThat(refreshed.getIdToken()).isNull();
            assertThat(told(refreshed)).isEqualTo("{\"email\":\"a@example.com\",\"sub\":\"user-1001\"}");
            assertThat(provider.userinfo(tokens.getAccessToken()).getAction())
                    .isEqualTo(UserInfoResponse.Action.UNAUTHORIZED);
            JWTClaimsSet reissued = provider.verified(reissue(refreshed).getIdToken(), JWSAlgorithm.RS256);
            assertThat(reissued.getClaim("auth_time")).isEqualTo(idToken.getClaim("auth_time"));
            assertThat(reissued.getClaim("at_hash"))
                    .isEqualTo(SignatureAlgorithm.RS256.halfHash(refreshed.getAccessToken()));

            assertThat(provider.revoke(client, refreshed.getRefreshToken()).getAction())
                    .isEqualTo(RevocationResponse.Action.OK);
            assertOver(client, refreshed);
        }

        @Test
        void aCodeWorksOnceAndItsTokensEndWhenItIsUsedAgain() {
            String ticket = provider.ticket(client, "response_type", "code", "scope", "openid", "nonce", "n-1");
            String code = provider.allow(decision(ticket)).get("code");
            TokenResponse tokens = provider.redeem(client, code);

            TokenResponse again = provider.redeem(client, code);

            assertThat(again.getAction()).isEqualTo(TokenResponse.Action.BAD_REQUEST);
            assertThat(again.getIdToken()).isNull();
            assertOver(client, tokens);
        }

        @Test
        void aLoginWithoutTheScopeIsNoneOfOpenId() {
            TokenResponse tokens = provider.login(client, "read email");

            assertThat(tokens.getIdToken()).isNull();
            assertThat(Json.parse(tokens.getResponseContent()).getAsJsonObject().has("id_token"))
                    .isFalse();
            assertThat(provider.userinfo(tokens.getAccessToken()).getAction())
                    .isEqualTo(UserInfoResponse.Action.FORBIDDEN);
            TokenResponse refreshed = provider.refresh(client, tokens.getRefreshToken());
            assertThat(refreshed.getAction()).isEqualTo(TokenResponse.Action.OK);
            assertThat(reissue(refreshed).getAction()).isEqualTo(IDTokenReissueResponse.Action.CALLER_ERROR);
        }
    }

    @Nested
    class AtTheAuthorizationEndpoint {
        private final Client client = provider.api().createClient(aClient());

        @Test
        void anIdTokenAloneOpensNothing() {
            Map<String, String> answer = allow("id_token");

            JWTClaimsSet idToken = provider.verified(answer.get("id_token"), JWSAlgorithm.ES256);
            assertThat(answer).doesNotContainKeys("code", "access_token", "expires_in");
            assertThat(idToken.getClaims())
                    .containsEntry("nonce", "n-1")
                    .containsEntry("s_hash", SignatureAlgorithm.ES256.halfHash("a state"))
                    .doesNotContainKeys("at_hash", "c_hash");
            assertThat(provider.userinfo(answer.get("id_token")).getAction())
                    .isEqualTo(UserInfoResponse.Action.UNAUTHORIZED);
            assertThat(provider.introspect(answer.get("id_token")).getAction())
                    .isEqualTo(IntrospectionResponse.Action.UNAUTHORIZED);
        }

        @Test
        void anAccessTokenBesideItOpensTheUserinfoEndpointUntilItIsRevoked() {
            Map<String, String> answer = allow("id_token token");
            String accessToken = answer.get("access_token");

            assertThat(provider.verified(answer.get("id_token"), JWSAlgorithm.ES256)
                            .getClaim("at_hash"))
                    .isEqualTo(SignatureAlgorithm.ES256.halfHash(accessToken));
            assertThat(answer)
                    .containsEntry("token_type", "Bearer")
                    .containsEntry("expires_in", "600")
                    .doesNotContainKeys("code", "refresh_token");
            assertThat(provider.userinfo(accessToken).getClaims()).containsExactly("email", "email_verified");

            provider.revoke(client, accessToken);

            assertThat(provider.userinfo(accessToken).getAction()).isEqualTo(UserInfoResponse.Action.UNAUTHORIZED);
        }

        @ParameterizedTest
        @CsvSource({"code id_token, true, false", "code token, false, true", "code id_token token, true, true"})
        void aCodeBesideOthersIsTheSameLogin(String type, boolean withIdToken, boolean withAccessToken) {
            Map<String, String> answer = allow(type);
            String code = answer.get("code");
            assertThat(answer.containsKey("id_token")).isEqualTo(withIdToken);
            assertThat(answer.containsKey("access_token")).isEqualTo(withAccessToken);

            TokenResponse tokens = provider.redeem(client, code);

            assertThat(tokens.getAction()).isEqualTo(TokenResponse.Action.OK);
            JWTClaimsSet second = provider.verified(tokens.getIdToken(), JWSAlgorithm.ES256);
            if (withIdToken) {
                JWTClaimsSet first = provider.verified(answer.get("id_token"), JWSAlgorithm.ES256);
                assertThat(first.getClaim("c_hash")).isEqualTo(SignatureAlgorithm.ES256.halfHash(code));
                assertThat(first.getClaims().containsKey("at_hash")).isEqualTo(withAccessToken);
                for (String same : new String[] {"iss", "sub", "nonce", "acr", "auth_time"}) {
                    assertThat(second.getClaim(same)).as(same).isEqualTo(first.getClaim(same));
                }
            }
            assertThat(tokens.getAccessToken()).isNotEqualTo(answer.get("access_token"));
            TokenResponse refreshed = provider.refresh(client, tokens.getRefreshToken());
            assertThat(told(refreshed)).contains("\"sub\":\"user-1001\"");
            provider.revoke(client, refreshed.getRefreshToken());
            assertOver(client, refreshed);
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token", "id_token token", "code id_token", "code id_token token"})
        void anIdTokenNeedsANonceAndTheScope(String type) {
            AuthorizationResponse withoutNonce = provider.ask(client, "response_type", type, "scope", "openid");
            AuthorizationResponse withoutScope =
                    provider.ask(client, "response_type", type, "scope", "email", "nonce", "n-1");

            assertThat(withoutNonce.getAction()).isEqualTo(AuthorizationResponse.Action.LOCATION);
            assertThat(Form.fragment(withoutNonce.getResponseContent()))
                    .containsEntry("error", "invalid_request")
                    .containsEntry("state", "a state");
            assertThat(withoutScope.getAction()).isEqualTo(AuthorizationResponse.Action.BAD_REQUEST);
        }

        private Map<String, String> allow(String responseType) {
            String ticket =
                    provider.ticket(client, "response_type", responseType, "scope", "openid email", "nonce", "n-1");
            return provider.allow(decision(ticket).setAuthTime(anHourAgo()).setAcr("urn:silver"));
        }
    }

    @Nested
    class WithoutTheUser {
        private final Client client = provider.api().createClient(aClient());

        @Test
        void whomAnEarlierIdTokenNamesIsLoggedInAgain() {
            String before = provider.login(client, "openid").getIdToken();
            stage.later(Duration.ofDays(1));

            AuthorizationResponse asked = provider.ask(
                    client,
                    "response_type",
                    "code",
                    "scope",
                    "openid",
                    "prompt",
                    "none",
                    "max_age",
                    60,
                    "id_token_hint",
                    before);

            assertThat(asked.getAction()).isEqualTo(AuthorizationResponse.Action.NO_INTERACTION);
            assertThat(asked.getSubject()).isEqualTo(FrontEnd.USER);
            assertThat(asked.getMaxAge()).isEqualTo(60);
            TokenResponse tokens = provider.redeem(
                    client, provider.allow(decision(asked.getTicket())).get("code"));
            assertThat(provider.verified(tokens.getIdToken(), JWSAlgorithm.ES256)
                            .getSubject())
                    .isEqualTo(FrontEnd.USER);
        }

        @ParameterizedTest
        @CsvSource({
            "NOT_LOGGED_IN, login_required",
            "EXCEEDS_MAX_AGE, login_required",
            "DIFFERENT_SUBJECT, login_required",
            "ACR_NOT_SATISFIED, unmet_authentication_requirements"
        })
        void nobodyIsAskedToLogIn(Reason reason, String error) {
            AuthorizationResponse asked = provider.ask(
                    client, "response_type", "id_token", "scope", "openid", "nonce", "n-1", "prompt", "none");
            assertThat(asked.getAction()).isEqualTo(AuthorizationResponse.Action.NO_INTERACTION);

            String refused = provider.api()
                    .authorizationFail(new AuthorizationFailRequest()
                            .setTicket(asked.getTicket())
                            .setReason(reason))
                    .getResponseContent();

            assertThat(Form.fragment(refused))
                    .containsEntry("error", error)
                    .containsEntry("state", "a state")
                    .containsEntry("iss", FrontEnd.ISSUER)
                    .doesNotContainKeys("id_token");
        }
    }

    /** OpenID Connect Core section 8: the front end makes the name, Grantkeep keeps it. */
    @Nested
    class OfAPairwiseClient {
        private static final String NAME = "the name that this client alone knows";

        private final Client client = provider.api().createClient(aClient().setSubjectType(SubjectType.PAIRWISE));

        @Test
        void theUserHasOneNameFromTheFirstIdTokenToTheLastRefresh() {
            AuthorizationResponse asked =
                    provider.ask(client, "response_type", "code id_token", "scope", "openid", "nonce", "n-1");
            assertThat(asked.getClient().getSubjectType()).isEqualTo(SubjectType.PAIRWISE);
            assertThat(asked.getClient().getDerivedSectorIdentifier()).isEqualTo("client.example.org");

            Map<String, String> answer =
                    provider.allow(decision(asked.getTicket()).setSub(NAME));
            TokenResponse tokens = provider.redeem(client, answer.get("code"));
            TokenResponse refreshed = provider.refresh(client, tokens.getRefreshToken());

            assertThat(provider.verified(answer.get("id_token"), JWSAlgorithm.ES256)
                            .getSubject())
                    .isEqualTo(NAME);
            assertThat(provider.verified(tokens.getIdToken(), JWSAlgorithm.ES256)
                            .getSubject())
                    .isEqualTo(NAME);
            assertThat(provider.verified(reissue(refreshed).getIdToken(), JWSAlgorithm.ES256)
                            .getSubject())
                    .isEqualTo(NAME);
            assertThat(provider.tell(refreshed.getAccessToken(), null).getResponseContent())
                    .isEqualTo("{\"sub\":\"" + NAME + "\"}");
            assertThat(provider.userinfo(refreshed.getAccessToken()).getSubject())
                    .isEqualTo(FrontEnd.USER);
            assertThat(provider.introspect(refreshed.getAccessToken()).getSubject())
                    .isEqualTo(FrontEnd.USER);
        }
    }

    @Nested
    class OfAClientThatWantsItEncrypted {
        private final ECKey key = anEncryptionKey();
        private final Client client = provider.api()
                .createClient(aClient()
                        .setJwks(new JWKSet(key).toString(true))
                        .setIdTokenEncryptionAlg(JWEAlg.ECDH_ES)
                        .setUserInfoSignAlg(JWSAlg.ES256)
                        .setUserInfoEncryptionAlg(JWEAlg.ECDH_ES));

        @Test
        void nobodyElseReadsWhatItIsToldOfTheUser() {
            String ticket =
                    provider.ticket(client, "response_type", "code id_token", "scope", "openid", "nonce", "n-1");
            Map<String, String> answer = provider.allow(decision(ticket));
            TokenResponse tokens = provider.redeem(client, answer.get("code"));
            UserInfoIssueResponse told = provider.tell(tokens.getAccessToken(), "{\"email\":\"a@example.com\"}");

            JWTClaimsSet first = provider.verified(opened(answer.get("id_token")), JWSAlgorithm.ES256);
            JWTClaimsSet second = provider.verified(opened(tokens.getIdToken()), JWSAlgorithm.ES256);
            assertThat(first.getSubject()).isEqualTo(FrontEnd.USER).isEqualTo(second.getSubject());
            assertThat(first.getClaim("c_hash")).isEqualTo(SignatureAlgorithm.ES256.halfHash(answer.get("code")));
            assertThat(told.getAction()).isEqualTo(UserInfoIssueResponse.Action.JWT);
            JWTClaimsSet userinfo = provider.verified(opened(told.getResponseContent()), JWSAlgorithm.ES256);
            assertThat(userinfo.getAudience()).containsExactly(Long.toString(client.getClientId()));
            assertThat(userinfo.getClaim("email")).isEqualTo("a@example.com");
            assertThat(provider.introspect(tokens.getAccessToken()).getAction())
                    .isEqualTo(IntrospectionResponse.Action.OK);
        }

        private String opened(String jwt) {
            try {
                JWEObject encrypted = JWEObject.parse(jwt);
                assertThat(encrypted.getHeader().getContentType()).isEqualTo("JWT");
                encrypted.decrypt(new ECDHDecrypter(key));
                return encrypted.getPayload().toString();
            } catch (ParseException | JOSEException e) {
                throw new AssertionError(jwt, e);
            }
        }

        private static ECKey anEncryptionKey() {
            try {
                return new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.ENCRYPTION)
                        .keyID("the client's")
                        .generate();
            } catch (JOSEException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** "Token duration per scope" and "Token duration per client", for ID tokens. */
    @Nested
    class AnIdTokenLives {
        @ParameterizedTest
        @CsvSource({
            "shortest, 0, 0, 300",
            "shortest, 120, 0, 120",
            "shortest, 120, 60, 60",
            "shortest, 120, 900, 120",
            "shortest, 0, 900, 300",
            "most_specific, 0, 0, 300",
            "most_specific, 900, 0, 900",
            "most_specific, 900, 1200, 1200",
            "most_specific, 60, 120, 120"
        })
        void asLongAsServiceScopesAndClientSay(String rule, long ofTheScope, long ofTheClient, long expected) {
            Scope email = new Scope().setName("email");
            if (ofTheScope > 0) {
                email.setAttributes(new Pair[] {new Pair("id_token.duration", Long.toString(ofTheScope))});
            }
            Service settings = anOpenIdProvider()
                    .setSupportedScopes(new Scope[] {new Scope().setName("openid"), email})
                    .setAttributes(new Pair[] {new Pair("grantkeep.duration_rule", rule)});
            FrontEnd another = FrontEnd.open(stage, settings);
            Client client = another.api()
                    .createClient(aClient().setExtension(new ClientExtension().setIdTokenDuration(ofTheClient)));

            String atTheTokenEndpoint = another.login(client, "openid email").getIdToken();
            String ticket =
                    another.ticket(client, "response_type", "id_token", "scope", "openid email", "nonce", "n-1");
            String atOnce = another.allow(decision(ticket)).get("id_token");

            assertThat(lifetime(another.verified(atTheTokenEndpoint, JWSAlgorithm.ES256)))
                    .isEqualTo(expected);
            assertThat(lifetime(another.verified(atOnce, JWSAlgorithm.ES256))).isEqualTo(expected);
        }
    }

    @Nested
    class OfAClientThatAuthenticatesByAJwt {
        @Test
        void signedByItsOwnKey() throws JOSEException {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("the client's").generate();
            Client client = provider.api()
                    .createClient(aClient()
                            .setTokenAuthMethod(ClientAuthMethod.PRIVATE_KEY_JWT)
                            .setTokenAuthSignAlg(JWSAlg.ES256)
                            .setJwks(new JWKSet(key).toString(true)));

            assertItLogsIn(client, JWSAlgorithm.ES256, new ECDSASigner(key), ClientAuthMethod.PRIVATE_KEY_JWT);
        }

        @Test
        void signedByItsSecret() throws JOSEException {
            Client client =
                    provider.api().createClient(aClient().setTokenAuthMethod(ClientAuthMethod.CLIENT_SECRET_JWT));

            assertItLogsIn(
                    client,
                    JWSAlgorithm.HS256,
                    new MACSigner(client.getClientSecret()),
                    ClientAuthMethod.CLIENT_SECRET_JWT);
        }

        private void assertItLogsIn(Client client, JWSAlgorithm algorithm, JWSSigner signer, ClientAuthMethod method)
                throws JOSEException {
            String ticket = provider.ticket(client, "response_type", "code", "scope", "openid", "nonce", "n-1");
            String code = provider.allow(decision(ticket)).get("code");
            String assertion = assertion(client, algorithm, signer);
            assertThat(provider.redeem(client, code).getAction()).isEqualTo(TokenResponse.Action.INVALID_CLIENT);

            TokenResponse tokens = token(assertion, "grant_type", "authorization_code", "code", code);
            assertThat(tokens.getAction()).as(tokens.getResultMessage()).isEqualTo(TokenResponse.Action.OK);
            assertThat(tokens.getClientAuthMethod()).isEqualTo(method);
            provider.verified(tokens.getIdToken(), JWSAlgorithm.ES256);

            String refreshToken = tokens.getRefreshToken();
            TokenResponse twice = token(assertion, "grant_type", "refresh_token", "refresh_token", refreshToken);
            assertThat(twice.getAction()).isEqualTo(TokenResponse.Action.INVALID_CLIENT);
            assertThat(twice.getResponseContent()).contains("invalid_client");
            TokenResponse refreshed = token(
                    assertion(client, algorithm, signer), "grant_type", "refresh_token", "refresh_token", refreshToken);
            assertThat(refreshed.getAction()).isEqualTo(TokenResponse.Action.ID_TOKEN_REISSUABLE);
        }

        private TokenResponse token(String assertion, Object... parameters) {
            return provider.api()
                    .token(new TokenRequest()
                            .setParameters(Form.of(parameters) + "&"
                                    + Form.of(
                                            "redirect_uri",
                                            FrontEnd.REDIRECT_URI,
                                            "client_assertion_type",
                                            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                            "client_assertion",
                                            assertion)));
        }

        private String assertion(Client client, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
            String name = Long.toString(client.getClientId());
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(algorithm),
                    new JWTClaimsSet.Builder()
                            .issuer(name)
                            .subject(name)
                            .audience(FrontEnd.ISSUER + "/token")
                            .jwtID(java.util.UUID.randomUUID().toString())
                            .expirationTime(
                                    Date.from(Instant.ofEpochMilli(stage.now()).plusSeconds(60)))
                            .build());
            jwt.sign(signer);
            return jwt.serialize();
        }
    }

    /** As the front end's userinfo endpoint answers: what the token is for, then what the user is known by. */
    private String told(TokenResponse tokens) {
        UserInfoResponse asked = provider.userinfo(tokens.getAccessToken());
        assertThat(asked.getAction()).isEqualTo(UserInfoResponse.Action.OK);
        assertThat(asked.getToken()).isEqualTo(tokens.getAccessToken());
        assertThat(asked.getClaims()).containsExactly("email", "email_verified");
        UserInfoIssueResponse told = provider.api()
                .userinfoIssue(new UserInfoIssueRequest()
                        .setToken(asked.getToken())
                        .setClaims(Map.of("email", "a@example.com")));
        assertThat(told.getAction()).isEqualTo(UserInfoIssueResponse.Action.JSON);
        return told.getResponseContent();
    }

    private IDTokenReissueResponse reissue(TokenResponse refreshed) {
        return provider.api()
                .idTokenReissue(new IDTokenReissueRequest()
                        .setAccessToken(refreshed.getAccessToken())
                        .setRefreshToken(refreshed.getRefreshToken()));
    }

    /** Nothing works with these tokens. */
    private void assertOver(Client client, TokenResponse tokens) {
        assertThat(provider.introspect(tokens.getAccessToken()).getAction())
                .isEqualTo(IntrospectionResponse.Action.UNAUTHORIZED);
        assertThat(provider.api()
                        .standardIntrospection(new StandardIntrospectionRequest()
                                .setParameters(Form.of("token", tokens.getRefreshToken())))
                        .getResponseContent())
                .isEqualTo("{\"active\":false}");
        assertThat(provider.userinfo(tokens.getAccessToken()).getAction())
                .isEqualTo(UserInfoResponse.Action.UNAUTHORIZED);
        assertThat(provider.tell(tokens.getAccessToken(), null).getAction())
                .isEqualTo(UserInfoIssueResponse.Action.UNAUTHORIZED);
        TokenResponse refreshed = provider.refresh(client, tokens.getRefreshToken());
        assertThat(refreshed.getAction()).isEqualTo(TokenResponse.Action.BAD_REQUEST);
        assertThat(refreshed.getResponseContent()).contains("invalid_grant");
        assertThat(reissue(tokens).getAction()).isEqualTo(IDTokenReissueResponse.Action.CALLER_ERROR);
    }

    private long anHourAgo() {
        return stage.now() / 1_000 - AN_HOUR_AGO;
    }

    private static long lifetime(JWTClaimsSet claims) {
        return (claims.getExpirationTime().getTime() - claims.getIssueTime().getTime()) / 1_000;
    }
}
