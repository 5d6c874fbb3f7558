package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.PushedAuthorizationRequest;
import com.nimbusds.oauth2.sdk.PushedAuthorizationResponse;
import com.nimbusds.oauth2.sdk.PushedAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.jarm.JARMValidator;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A strict relying party of another library logs people in through the ready front, told nothing but the issuer. */
@ParameterizedClass(name = "{0}")
@EnumSource(Dialect.class)
final class FrontRelyingPartyTest {
    private static final URI REDIRECT = URI.create(OAuthClient.REDIRECT_URI);
    private static final String LOGIN = "https://login.example.com/";
    private static final String JWKS = keys();

    /** By the clock of the machine, as the library's. */
    private static Nodes nodes;

    private final Tenant tenant;
    private final Issuer issuer;
    private final OAuthClient client;
    private final OIDCProviderMetadata metadata;

    FrontRelyingPartyTest(Dialect dialect) throws Exception {
        Api owner = nodes.owner(0, dialect);
        tenant = Tenant.create(owner);
        issuer = new Issuer(owner.base() + "/oauth/" + tenant.id());
        tenant.change(
                "issuer", issuer.getValue(),
                "jwks", JWKS,
                "supportedScopes",
                        List.of(Tenant.scope("openid"), Tenant.scope("email"), Tenant.scope("offline_access")),
                "attributes",
                        List.of(
                                Json.map("key", "grantkeep.front", "value", "true"),
                                Json.map("key", "grantkeep.front.login_uri", "value", LOGIN)));
        client = tenant.client();
        metadata = OIDCProviderMetadata.resolve(issuer);
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
    void logsInByACodeWithPkceAndLivesOnTheTokens() throws Exception {
        CodeVerifier verifier = new CodeVerifier();
        Nonce nonce = new Nonce();
        AuthenticationResponse back = authorize(verifier, nonce);
        assertThat(back.indicatesSuccess()).isTrue();
        assertThat(back.getIssuer()).isEqualTo(issuer);

        OIDCTokens tokens =
                tokens(new AuthorizationCodeGrant(back.toSuccessResponse().getAuthorizationCode(), REDIRECT, verifier));
        IDTokenValidator validator = new IDTokenValidator(
                issuer,
                id(),
                JWSAlgorithm.RS256,
                JWKSet.load(metadata.getJWKSetURI().toURL()));
        IDTokenClaimsSet claims = validator.validate(tokens.getIDToken(), nonce);
        assertThat(claims.getSubject().getValue()).isEqualTo("anna");
        assertThat(userInfo(tokens.getAccessToken())
                        .toSuccessResponse()
                        .getUserInfo()
                        .getEmailAddress())
                .isEqualTo("anna@example.com");

        OIDCTokens newer = tokens(new RefreshTokenGrant(tokens.getRefreshToken()));
        assertThat(introspect(newer.getAccessToken()).toSuccessResponse().isActive())
                .isTrue();
        assertThat(send(new TokenRevocationRequest(metadata.getRevocationEndpointURI(), basic(), newer.getAccessToken())
                                .toHTTPRequest())
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(introspect(newer.getAccessToken()).toSuccessResponse().isActive())
                .isFalse();
        assertThat(userInfo(newer.getAccessToken())
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo("invalid_token");
    }

    @Test
    void isRefusedWithoutTheProofThatItPromised() throws Exception {
        AuthenticationResponse back = authorize(new CodeVerifier(), new Nonce());
        TokenResponse refused = exchange(new AuthorizationCodeGrant(
                back.toSuccessResponse().getAuthorizationCode(), REDIRECT, new CodeVerifier()));
        assertThat(refused.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
    }

    /** RFC 9126, RFC 7636 and JARM: nobody in the browser can change the request or the response. */
    @Test
    void logsInByAPushedRequestAndASignedResponse() throws Exception {
        client.change("parRequired", true, "authorizationSignAlg", "RS256");
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();

        URI pushed = push(request(verifier, state), basic());
        AuthorizationResponse back = secured(pushed);

        assertThat(back.getState()).isEqualTo(state);
        AuthorizationCode code = back.toSuccessResponse().getAuthorizationCode();
        assertThat(tokens(new AuthorizationCodeGrant(code, REDIRECT, verifier)).getIDToken())
                .isNotNull();
        assertThat(pushed.toString()).startsWith("urn:ietf:params:oauth:request_uri:");
        assertThat(opened(pushed).getStatusCode()).isEqualTo(400);
    }

    @Test
    void pushesByAnAssertionForTheEndpoint() throws Exception {
        ECKey key = hasOwnKey();
        assertThat(secured(push(
                                request(new CodeVerifier(), new State()),
                                assertion(key, metadata().getPushedAuthorizationRequestEndpointURI())))
                        .indicatesSuccess())
                .isTrue();
    }

    /** What FAPI 1.0 Advanced and 2.0 Message Signing ask of a client that has no certificate. */
    @Test
    void signsWhatItPushesAndHowItAuthenticatesAndGetsASignedResponse() throws Exception {
        ECKey key = hasOwnKey();
        client.change("parRequired", true, "requestObjectRequired", true, "requestSignAlg", "ES256");
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        AuthorizationRequest signed = signed(request(verifier, state), key);

        AuthorizationResponse back =
                secured(push(signed, assertion(key, metadata().getPushedAuthorizationRequestEndpointURI())));

        assertThat(back.getState()).isEqualTo(state);
        AuthorizationGrant grant =
                new AuthorizationCodeGrant(back.toSuccessResponse().getAuthorizationCode(), REDIRECT, verifier);
        TokenResponse answered = exchange(grant, assertion(key, metadata.getTokenEndpointURI()));
        assertThat(((OIDCTokenResponse) answered.toSuccessResponse())
                        .getOIDCTokens()
                        .getIDToken())
                .isNotNull();
    }

    private AuthorizationRequest signed(AuthorizationRequest request, ECKey key) throws Exception {
        Instant now = Instant.now();
        SignedJWT object = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType("oauth-authz-req+jwt"))
                        .build(),
                new JWTClaimsSet.Builder(request.toJWTClaimsSet())
                        .issuer(id().getValue())
                        .audience(issuer.getValue())
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build());
        object.sign(new ECDSASigner(key));
        return new AuthorizationRequest.Builder(object, id()).build();
    }

    /** Its only way to authenticate from now on. */
    private ECKey hasOwnKey() throws Exception {
        tenant.change("supportedTokenAuthMethods", List.of("PRIVATE_KEY_JWT"));
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        client.change(
                "tokenAuthMethod", "PRIVATE_KEY_JWT",
                "jwks", new JWKSet(key.toPublicJWK()).toString(),
                "authorizationSignAlg", "RS256");
        return key;
    }

    private ClientAuthentication assertion(ECKey key, URI audience) throws Exception {
        return new PrivateKeyJWT(id(), audience, JWSAlgorithm.ES256, key.toECPrivateKey(), key.getKeyID(), null);
    }

    @Test
    void isToldByThePushWhatIsWrong() throws Exception {
        AuthorizationRequest request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(id().getValue()))
                .redirectionURI(URI.create("https://attacker.example/"))
                .build();
        PushedAuthorizationResponse refused = answered(request, basic());
        assertThat(refused.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_request");
        PushedAuthorizationResponse unknown =
                answered(request, new ClientSecretBasic(id(), new Secret("x".repeat(43))));
        assertThat(unknown.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_CLIENT);
        assertThat(unknown.toErrorResponse().getErrorObject().getHTTPStatusCode())
                .isEqualTo(401);
    }

    @Test
    void isToldInASignedResponseThatTheUserSaidNo() throws Exception {
        client.change("authorizationSignAlg", "RS256");
        AuthorizationRequest request = request(new CodeVerifier(), new State());
        String ticket = ticket(opened(push(request, basic())));
        Answer failed = tenant.api().post("auth/authorization/fail", "ticket", ticket, "reason", "DENIED");
        AuthorizationResponse back = AuthorizationResponse.parse(URI.create(failed.location()), validator());
        assertThat(back.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.ACCESS_DENIED);
        assertThat(back.getState()).isEqualTo(request.getState());
    }

    private AuthorizationRequest request(CodeVerifier verifier, State state) {
        return new AuthorizationRequest.Builder(ResponseType.CODE, id())
                .scope(Scope.parse("openid email"))
                .redirectionURI(REDIRECT)
                .state(state)
                .responseMode(ResponseMode.JWT)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
    }

    private OIDCProviderMetadata metadata() throws Exception {
        OIDCProviderMetadata now = OIDCProviderMetadata.resolve(issuer);
        assertThat(now.getResponseModes()).contains(ResponseMode.JWT, ResponseMode.QUERY_JWT);
        assertThat(now.getAuthorizationJWSAlgs()).contains(JWSAlgorithm.RS256);
        return now;
    }

    private PushedAuthorizationResponse answered(AuthorizationRequest request, ClientAuthentication by)
            throws Exception {
        HTTPResponse response =
                send(new PushedAuthorizationRequest(metadata().getPushedAuthorizationRequestEndpointURI(), by, request)
                        .toHTTPRequest());
        assertThat(response.getCacheControl()).contains("no-store");
        return PushedAuthorizationResponse.parse(response);
    }

    private URI push(AuthorizationRequest request, ClientAuthentication by) throws Exception {
        PushedAuthorizationSuccessResponse pushed = answered(request, by).toSuccessResponse();
        assertThat(pushed.getLifetime()).isEqualTo(600);
        return pushed.getRequestURI();
    }

    private HTTPResponse opened(URI pushed) throws Exception {
        AuthorizationRequest request = new AuthorizationRequest.Builder(pushed, id())
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .build();
        HTTPRequest asked = new HTTPRequest(HTTPRequest.Method.GET, request.toURI());
        asked.setFollowRedirects(false);
        return asked.send();
    }

    private static String ticket(HTTPResponse response) {
        String page = response.getLocation().toString();
        assertThat(page).startsWith(LOGIN + "?ticket=");
        return page.substring(page.indexOf('=') + 1);
    }

    private AuthorizationResponse secured(URI pushed) throws Exception {
        Answer issued =
                tenant.api().post("auth/authorization/issue", "ticket", ticket(opened(pushed)), "subject", "anna");
        return AuthorizationResponse.parse(URI.create(issued.location()), validator());
    }

    private JARMValidator validator() throws Exception {
        return new JARMValidator(
                issuer,
                id(),
                JWSAlgorithm.RS256,
                JWKSet.load(metadata.getJWKSetURI().toURL()));
    }

    @Test
    void trustsNoOtherIssuer() {
        Issuer other = new Issuer(issuer.getValue() + "/");
        assertThatThrownBy(() -> OIDCProviderMetadata.resolve(other)).isInstanceOf(GeneralException.class);
    }

    /** The user's browser: to the front, to the provider's page, which lets her in, and back. */
    private AuthenticationResponse authorize(CodeVerifier verifier, Nonce nonce) throws Exception {
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse("openid email offline_access"), id(), REDIRECT)
                .state(new State())
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .prompt(com.nimbusds.openid.connect.sdk.Prompt.parse("consent"))
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .build();
        HTTPRequest asked = new HTTPRequest(HTTPRequest.Method.GET, request.toURI());
        asked.setFollowRedirects(false);
        String page = asked.send().getLocation().toString();
        assertThat(page).startsWith(LOGIN + "?ticket=");
        Answer issued = tenant.api()
                .post(
                        "auth/authorization/issue",
                        "ticket",
                        page.substring(page.indexOf('=') + 1),
                        "subject",
                        "anna",
                        "claims",
                        "{\"email\":\"anna@example.com\"}");
        return AuthenticationResponseParser.parse(URI.create(issued.location()));
    }

    private OIDCTokens tokens(AuthorizationGrant grant) throws Exception {
        return ((OIDCTokenResponse) exchange(grant).toSuccessResponse()).getOIDCTokens();
    }

    private TokenResponse exchange(AuthorizationGrant grant) throws Exception {
        return exchange(grant, basic());
    }

    private TokenResponse exchange(AuthorizationGrant grant, ClientAuthentication by) throws Exception {
        return OIDCTokenResponseParser.parse(
                send(new TokenRequest(metadata.getTokenEndpointURI(), by, grant).toHTTPRequest()));
    }

    private UserInfoResponse userInfo(AccessToken token) throws Exception {
        return UserInfoResponse.parse(
                send(new UserInfoRequest(metadata.getUserInfoEndpointURI(), token).toHTTPRequest()));
    }

    private TokenIntrospectionResponse introspect(AccessToken token) throws Exception {
        return TokenIntrospectionResponse.parse(send(
                new TokenIntrospectionRequest(metadata.getIntrospectionEndpointURI(), basic(), token).toHTTPRequest()));
    }

    private static HTTPResponse send(HTTPRequest request) throws Exception {
        return request.send();
    }

    private ClientAuthentication basic() {
        return new ClientSecretBasic(id(), new Secret(client.secret()));
    }

    private ClientID id() {
        return new ClientID(Long.toString(client.id()));
    }

    private static String keys() {
        try {
            return new JWKSet(new RSAKeyGenerator(2_048).keyID("rs").generate()).toString(false);
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
