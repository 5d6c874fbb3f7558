package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
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
        return OIDCTokenResponseParser.parse(
                send(new TokenRequest(metadata.getTokenEndpointURI(), basic(), grant).toHTTPRequest()));
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
