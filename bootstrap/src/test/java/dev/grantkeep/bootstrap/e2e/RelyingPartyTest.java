package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.AuthorizationCodeValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.StateValidator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relying parties of other libraries, which check all that they are to check, get on with what Grantkeep answers. */
@ParameterizedClass(name = "{0}")
@EnumSource(Dialect.class)
final class RelyingPartyTest {
    private static final URI REDIRECT = URI.create(OAuthClient.REDIRECT_URI);
    private static final String JWKS = keys();

    private static Nodes nodes;

    private final OpenIdProvider provider;
    private final State state = new State();
    private final Nonce nonce = new Nonce();

    RelyingPartyTest(Dialect dialect) {
        provider = new OpenIdProvider(
                Tenant.create(nodes.owner(0, dialect), OpenIdProvider.settings(JWKS, "idTokenReissuable", true)));
    }

    @BeforeAll
    static void start() {
        nodes = Nodes.start(StoreMode.H2, 1);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    void theMetadataIsReadAndNamesTheIssuerOfTheResponses() throws ParseException {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(provider.metadata());
        assertThat(metadata.getIssuer()).isEqualTo(new Issuer(OpenIdProvider.ISSUER));
        assertThat(metadata.getTokenEndpointURI()).isEqualTo(OpenIdProvider.TOKEN);
        assertThat(metadata.getIDTokenJWSAlgs()).contains(JWSAlgorithm.RS256, JWSAlgorithm.EdDSA);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.getResponseTypes()).contains(ResponseType.CODE, new ResponseType("code", "id_token"));
        assertThat(metadata.getCodeChallengeMethods()).contains(CodeChallengeMethod.S256);
        assertThat(metadata.supportsRequestParam()).isTrue();
        assertThat(metadata.supportsRequestURIParam()).isTrue();
        assertThat(metadata.requiresRequestURIRegistration()).isTrue();
        assertThat(metadata.getRequestObjectJWSAlgs())
                .contains(JWSAlgorithm.RS256, JWSAlgorithm.ES256)
                .doesNotContain(new JWSAlgorithm("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256"})
    void aCodeWithItsProofGetsAnIdTokenThatHolds(String algorithm) throws Exception {
        OAuthClient client = client("idTokenSignAlg", algorithm);
        CodeVerifier verifier = new CodeVerifier();
        AuthenticationSuccessResponse response = success(request(client, "code")
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build());
        OIDCTokens tokens = tokens(client, basic(client), codeGrant(response.getAuthorizationCode(), verifier));

        IDTokenClaimsSet claims = validated(client, algorithm, tokens.getIDToken(), nonce);
        assertThat(claims.getSubject().getValue()).isEqualTo(OpenIdProvider.SUBJECT);
        AccessTokenValidator.validate(
                tokens.getAccessToken(), JWSAlgorithm.parse(algorithm), claims.getAccessTokenHash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS512", "ES384", "HS256"})
    void aHybridResponseHoldsTogether(String algorithm) throws Exception {
        OAuthClient client = client("idTokenSignAlg", algorithm);
        AuthenticationSuccessResponse response =
                success(request(client, "code id_token token").build());
        IDTokenClaimsSet front = validated(client, algorithm, response.getIDToken(), nonce);
        JWSAlgorithm alg = JWSAlgorithm.parse(algorithm);
        AuthorizationCodeValidator.validate(response.getAuthorizationCode(), alg, front.getCodeHash());
        AccessTokenValidator.validate(response.getAccessToken(), alg, front.getAccessTokenHash());
        StateValidator.validate(state, alg, front.getStateHash());

        OIDCTokens tokens = tokens(client, basic(client), codeGrant(response.getAuthorizationCode(), null));
        IDTokenClaimsSet back = validated(client, algorithm, tokens.getIDToken(), nonce);
        assertThat(back.getSubject()).isEqualTo(front.getSubject());
        assertThat(back.getIssuer()).isEqualTo(front.getIssuer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "id_token token"})
    void anImplicitResponseHoldsTogether(String type) throws Exception {
        OAuthClient client = client("idTokenSignAlg", "ES256");
        AuthenticationSuccessResponse response = success(request(client, type).build());
        IDTokenClaimsSet claims = validated(client, "ES256", response.getIDToken(), nonce);
        assertThat(response.getAuthorizationCode()).isNull();
        if (response.getAccessToken() != null) {
            AccessTokenValidator.validate(response.getAccessToken(), JWSAlgorithm.ES256, claims.getAccessTokenHash());
        }
        assertThat(response.getAccessToken() != null).isEqualTo(type.endsWith(" token"));
    }

    @Test
    void aRefreshGetsAnIdTokenOfTheSameLogin() throws Exception {
        OAuthClient client = client();
        OIDCTokens first = login(client, "authTime", 1_700_000_000);
        OIDCTokens second = tokens(client, basic(client), new RefreshTokenGrant(first.getRefreshToken()));
        IDTokenClaimsSet before = validated(client, "RS256", first.getIDToken(), nonce);
        IDTokenClaimsSet after = validated(client, "RS256", second.getIDToken(), null);
        assertThat(after.getSubject()).isEqualTo(before.getSubject());
        assertThat(after.getAudience()).isEqualTo(before.getAudience());
        assertThat(after.getAuthenticationTime()).isEqualTo(before.getAuthenticationTime());
        assertThat(after.getNonce()).isNull();
        AccessTokenValidator.validate(second.getAccessToken(), JWSAlgorithm.RS256, after.getAccessTokenHash());
    }

    @Test
    void theUserInfoIsReadAsJsonAndAsJwt() throws Exception {
        OAuthClient plain = client();
        UserInfo json =
                userInfo(login(plain).getAccessToken()).toSuccessResponse().getUserInfo();
        assertThat(json.getSubject().getValue()).isEqualTo(OpenIdProvider.SUBJECT);
        assertThat(json.getEmailVerified()).isTrue();
        assertThat(json.getUpdatedTime().getTime()).isEqualTo(1_700_000_000_000L);

        OAuthClient signed = client("userInfoSignAlg", "RS256");
        JWT jwt = userInfo(login(signed).getAccessToken()).toSuccessResponse().getUserInfoJWT();
        JwtClaims claims = byJose4j(signed, "RS256", jwt.serialize());
        assertThat(claims.getSubject()).isEqualTo(OpenIdProvider.SUBJECT);
        assertThat(claims.getClaimValue("email_verified")).isEqualTo(true);
    }

    @Test
    void aRevokedTokenIsInactiveForIntrospectionAndUserInfo() throws Exception {
        OAuthClient client = client();
        AccessToken token = login(client).getAccessToken();
        TokenIntrospectionSuccessResponse active = introspected(token);
        assertThat(active.isActive()).isTrue();
        assertThat(active.getSubject().getValue()).isEqualTo(OpenIdProvider.SUBJECT);
        assertThat(active.getClientID()).isEqualTo(id(client));
        assertThat(active.getScope()).isEqualTo(new Scope("openid"));

        assertThat(provider.revoke(
                                new TokenRevocationRequest(OpenIdProvider.REVOKE, basic(client), token).toHTTPRequest())
                        .indicatesSuccess())
                .isTrue();
        assertThat(introspected(token).isActive()).isFalse();
        assertThat(userInfo(token).toErrorResponse().getErrorObject()).isEqualTo(BearerTokenError.INVALID_TOKEN);
    }

    @Test
    void aSecretAndAssertionsAuthenticateTheClient() throws Exception {
        OAuthClient post = client("tokenAuthMethod", "CLIENT_SECRET_POST");
        redeem(post, new ClientSecretPost(id(post), new Secret(post.secret())));

        OAuthClient secretive = client("tokenAuthMethod", "CLIENT_SECRET_JWT");
        redeem(
                secretive,
                new ClientSecretJWT(
                        id(secretive), OpenIdProvider.TOKEN, JWSAlgorithm.HS256, new Secret(secretive.secret())));

        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        OAuthClient keyed =
                client("tokenAuthMethod", "PRIVATE_KEY_JWT", "jwks", new JWKSet(key.toPublicJWK()).toString());
        redeem(
                keyed,
                new PrivateKeyJWT(
                        id(keyed),
                        OpenIdProvider.TOKEN,
                        JWSAlgorithm.ES256,
                        key.toECPrivateKey(),
                        key.getKeyID(),
                        null));
    }

    @Test
    void anAssertionForAnotherServerOrByAnotherKeyAuthenticatesNobody() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        ECKey strange = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        OAuthClient keyed =
                client("tokenAuthMethod", "PRIVATE_KEY_JWT", "jwks", new JWKSet(key.toPublicJWK()).toString());
        for (PrivateKeyJWT wrong : List.of(
                new PrivateKeyJWT(
                        id(keyed),
                        URI.create("https://other.example/token"),
                        JWSAlgorithm.ES256,
                        key.toECPrivateKey(),
                        "own",
                        null),
                new PrivateKeyJWT(
                        id(keyed), OpenIdProvider.TOKEN, JWSAlgorithm.ES256, strange.toECPrivateKey(), "own", null))) {
            AuthorizationCode code = success(request(keyed, "code").build()).getAuthorizationCode();
            assertThat(answer(keyed, wrong, codeGrant(code, null))
                            .toErrorResponse()
                            .getErrorObject())
                    .isEqualTo(OAuth2Error.INVALID_CLIENT);
        }
    }

    @Test
    void errorsAreReadByTheirNames() throws Exception {
        OAuthClient client = client();
        AuthenticationResponse silent = AuthenticationResponseParser.parse(provider.authorizeWithoutLogin(
                request(client, "code").prompt(new Prompt(Prompt.Type.NONE)).build()));
        assertThat(silent.toErrorResponse().getErrorObject()).isEqualTo(OIDCError.LOGIN_REQUIRED);
        assertThat(silent.getState()).isEqualTo(state);
        assertThat(silent.getIssuer()).isEqualTo(new Issuer(OpenIdProvider.ISSUER));

        AuthorizationCode unknown = new AuthorizationCode("unknown");
        assertThat(answer(client, basic(client), codeGrant(unknown, null))
                        .toErrorResponse()
                        .getErrorObject())
                .isEqualTo(OAuth2Error.INVALID_GRANT);
        ClientAuthentication wrong = new ClientSecretBasic(id(client), new Secret("wrong"));
        assertThat(answer(client, wrong, codeGrant(unknown, null))
                        .toErrorResponse()
                        .getErrorObject())
                .isEqualTo(OAuth2Error.INVALID_CLIENT);
    }

    @Test
    void whatIsForAnotherClientOrLoginDoesNotHold() throws Exception {
        OAuthClient client = client();
        OAuthClient other = client();
        JWT idToken = login(client).getIDToken();
        assertThatThrownBy(() -> validated(other, "RS256", idToken, nonce)).isInstanceOf(BadJOSEException.class);
        assertThatThrownBy(() -> validated(client, "RS256", idToken, new Nonce()))
                .isInstanceOf(BadJOSEException.class);
        assertThatThrownBy(() -> validated(client, "RS512", idToken, nonce)).isInstanceOf(BadJOSEException.class);
    }

    /** Of every algorithm, and with the keys as they are published. */
    @ParameterizedTest
    @ValueSource(
            strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "HS256"
            })
    void asSecondLibraryVerifiesIdTokens(String algorithm) throws Exception {
        OAuthClient client = client("idTokenSignAlg", algorithm);
        JwtClaims claims =
                byJose4j(client, algorithm, login(client).getIDToken().serialize());
        assertThat(claims.getSubject()).isEqualTo(OpenIdProvider.SUBJECT);
        assertThat(claims.getStringClaimValue("nonce")).isEqualTo(nonce.getValue());
    }

    /** A resource server of RFC 9068, beside the client, whose ID token is bound to the JWT. */
    @Test
    void aSecondLibraryVerifiesAccessTokensThatAreJwts() throws Exception {
        provider.tenant().change("accessTokenSignAlg", "RS256");
        OAuthClient client = client();
        OIDCTokens tokens = login(client);
        JwtClaims claims = new JwtConsumerBuilder()
                .setExpectedType(true, "at+jwt")
                .setExpectedIssuer(true, OpenIdProvider.ISSUER)
                .setSkipDefaultAudienceValidation()
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(provider.keys()).getJsonWebKeys()))
                .build()
                .processToClaims(tokens.getAccessToken().getValue());
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo(Long.toString(client.id()));
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("openid");
        assertThat(introspected(tokens.getAccessToken()).isActive()).isTrue();
        assertThat(userInfo(tokens.getAccessToken()).indicatesSuccess()).isTrue();
        AccessTokenValidator.validate(
                tokens.getAccessToken(),
                JWSAlgorithm.RS256,
                validated(client, "RS256", tokens.getIDToken(), nonce).getAccessTokenHash());
    }

    private JwtClaims byJose4j(OAuthClient client, String algorithm, String jwt) throws Exception {
        JwtConsumerBuilder consumer = new JwtConsumerBuilder()
                .setExpectedIssuer(true, OpenIdProvider.ISSUER)
                .setExpectedAudience(true, Long.toString(client.id()))
                .setRequireSubject()
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(1, 60)
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm);
        return (algorithm.startsWith("HS")
                        ? consumer.setVerificationKey(
                                new HmacKey(client.secret().getBytes(StandardCharsets.UTF_8)))
                        : consumer.setVerificationKeyResolver(
                                new JwksVerificationKeyResolver(new JsonWebKeySet(provider.keys()).getJsonWebKeys())))
                .build()
                .processToClaims(jwt);
    }

    private OAuthClient client(Object... settings) {
        OAuthClient client = provider.tenant()
                .client(
                        "responseTypes",
                        List.of(
                                "CODE",
                                "ID_TOKEN",
                                "ID_TOKEN_TOKEN",
                                "CODE_ID_TOKEN",
                                "CODE_TOKEN",
                                "CODE_ID_TOKEN_TOKEN"),
                        "idTokenSignAlg",
                        "RS256");
        if (settings.length > 0) {
            client.change(settings);
        }
        return client;
    }

    private AuthenticationRequest.Builder request(OAuthClient client, String type) throws ParseException {
        return new AuthenticationRequest.Builder(ResponseType.parse(type), new Scope("openid"), id(client), REDIRECT)
                .endpointURI(OpenIdProvider.AUTHORIZE)
                .state(state)
                .nonce(nonce);
    }

    /** What comes back is this party's, from the provider that it asked. */
    private AuthenticationSuccessResponse success(AuthenticationRequest request, Object... decision)
            throws ParseException {
        AuthenticationResponse response = AuthenticationResponseParser.parse(provider.authorize(request, decision));
        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).isEqualTo(new Issuer(OpenIdProvider.ISSUER));
        return response.toSuccessResponse();
    }

    private OIDCTokens login(OAuthClient client, Object... decision) throws ParseException {
        AuthenticationSuccessResponse response = success(request(client, "code").build(), decision);
        return tokens(client, basic(client), codeGrant(response.getAuthorizationCode(), null));
    }

    private void redeem(OAuthClient client, ClientAuthentication by) throws ParseException {
        AuthorizationCode code = success(request(client, "code").build()).getAuthorizationCode();
        assertThat(tokens(client, by, codeGrant(code, null)).getIDToken()).isNotNull();
    }

    private static AuthorizationGrant codeGrant(AuthorizationCode code, CodeVerifier verifier) {
        return new AuthorizationCodeGrant(code, REDIRECT, verifier);
    }

    private OIDCTokens tokens(OAuthClient client, ClientAuthentication by, AuthorizationGrant grant)
            throws ParseException {
        TokenResponse response = answer(client, by, grant);
        assertThat(response.indicatesSuccess()).isTrue();
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    private TokenResponse answer(OAuthClient client, ClientAuthentication by, AuthorizationGrant grant)
            throws ParseException {
        assertThat(by.getClientID()).isEqualTo(id(client));
        return OIDCTokenResponseParser.parse(provider.token(new TokenRequest.Builder(OpenIdProvider.TOKEN, by, grant)
                .build()
                .toHTTPRequest()));
    }

    /** By the keys as they are published now, or the client's secret. */
    private IDTokenClaimsSet validated(OAuthClient client, String algorithm, JWT idToken, Nonce expected)
            throws BadJOSEException, JOSEException, java.text.ParseException {
        Issuer issuer = new Issuer(OpenIdProvider.ISSUER);
        JWSAlgorithm alg = JWSAlgorithm.parse(algorithm);
        IDTokenValidator validator = algorithm.startsWith("HS")
                ? new IDTokenValidator(issuer, id(client), alg, new Secret(client.secret()))
                : new IDTokenValidator(issuer, id(client), alg, JWKSet.parse(provider.keys()));
        validator.setMaxClockSkew(1);
        return validator.validate(idToken, expected);
    }

    private UserInfoResponse userInfo(AccessToken token) throws ParseException {
        return UserInfoResponse.parse(provider.userInfo(
                new UserInfoRequest(URI.create(OpenIdProvider.ISSUER + "userinfo"), token).toHTTPRequest(),
                "{\"email_verified\":true,\"updated_at\":1700000000}"));
    }

    private TokenIntrospectionSuccessResponse introspected(AccessToken token) throws ParseException {
        return TokenIntrospectionResponse.parse(provider.introspect(token.getValue()))
                .toSuccessResponse();
    }

    private static ClientAuthentication basic(OAuthClient client) {
        return new ClientSecretBasic(id(client), new Secret(client.secret()));
    }

    private static ClientID id(OAuthClient client) {
        return new ClientID(Long.toString(client.id()));
    }

    private static String keys() {
        try {
            PublicJsonWebKey ed25519 = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            ed25519.setKeyId("ed25519");
            return new JWKSet(List.of(
                            new RSAKeyGenerator(2048).keyID("rsa").generate(),
                            new ECKeyGenerator(Curve.P_256).keyID("p256").generate(),
                            new ECKeyGenerator(Curve.P_384).keyID("p384").generate(),
                            new ECKeyGenerator(Curve.P_521).keyID("p521").generate(),
                            JWK.parse(ed25519.toJson(org.jose4j.jwk.JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))))
                    .toString(false);
        } catch (JOSEException | JoseException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
