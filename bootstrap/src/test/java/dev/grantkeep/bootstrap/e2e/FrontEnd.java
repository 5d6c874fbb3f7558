package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.common.api.AuthleteApi;
import com.authlete.common.dto.AuthorizationIssueRequest;
import com.authlete.common.dto.AuthorizationIssueResponse;
import com.authlete.common.dto.AuthorizationRequest;
import com.authlete.common.dto.AuthorizationResponse;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.IntrospectionRequest;
import com.authlete.common.dto.IntrospectionResponse;
import com.authlete.common.dto.RevocationRequest;
import com.authlete.common.dto.RevocationResponse;
import com.authlete.common.dto.Scope;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.TokenRequest;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.dto.UserInfoIssueRequest;
import com.authlete.common.dto.UserInfoIssueResponse;
import com.authlete.common.dto.UserInfoRequest;
import com.authlete.common.dto.UserInfoResponse;
import com.authlete.common.types.ClientAuthMethod;
import com.authlete.common.types.ClientType;
import com.authlete.common.types.GrantType;
import com.authlete.common.types.JWSAlg;
import com.authlete.common.types.ResponseType;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * The front end of an OpenID provider, which plays its part of a login by the calls of the official Java library, and what
 * its clients do meanwhile.
 *
 * @param service as it was created
 */
record FrontEnd(AuthleteApi api, Service service) {
    static final String ISSUER = "https://op.example.com";
    static final String REDIRECT_URI = "https://client.example.org/cb";
    static final String USER = "user-1001";
    static final String KEYS = keys();

    static FrontEnd open(Stage stage) {
        return open(stage, anOpenIdProvider());
    }

    static FrontEnd open(Stage stage, Service settings) {
        Service created = Library.owner(stage).createService(settings);
        return new FrontEnd(Library.of(stage, created), created);
    }

    /** Gives everything that OpenID Connect Core has, signed by RS256 or ES256. */
    static Service anOpenIdProvider() {
        return new Service()
                .setServiceName("An OpenID provider")
                .setIssuer(URI.create(ISSUER))
                .setAuthorizationEndpoint(URI.create(ISSUER + "/authorization"))
                .setTokenEndpoint(URI.create(ISSUER + "/token"))
                .setUserInfoEndpoint(URI.create(ISSUER + "/userinfo"))
                .setJwksUri(URI.create(ISSUER + "/jwks"))
                .setJwks(KEYS)
                .setSupportedGrantTypes(grantTypes())
                .setSupportedResponseTypes(ResponseType.values())
                .setSupportedTokenAuthMethods(new ClientAuthMethod[] {
                    ClientAuthMethod.CLIENT_SECRET_BASIC,
                    ClientAuthMethod.CLIENT_SECRET_JWT,
                    ClientAuthMethod.PRIVATE_KEY_JWT
                })
                .setSupportedScopes(new Scope[] {
                    new Scope().setName("openid"),
                    new Scope().setName("profile"),
                    new Scope().setName("email"),
                    new Scope().setName("read")
                })
                .setSupportedAcrs(new String[] {"urn:silver", "urn:gold"})
                .setAccessTokenDuration(600)
                .setRefreshTokenDuration(7_200)
                .setIdTokenDuration(300);
    }

    /** May use whatever the service gives; its ID tokens are signed by ES256. */
    static Client aClient() {
        return new Client()
                .setClientName("A relying party")
                .setClientType(ClientType.CONFIDENTIAL)
                .setTokenAuthMethod(ClientAuthMethod.CLIENT_SECRET_BASIC)
                .setRedirectUris(new String[] {REDIRECT_URI})
                .setResponseTypes(ResponseType.values())
                .setGrantTypes(grantTypes())
                .setIdTokenSignAlg(JWSAlg.ES256);
    }

    private static GrantType[] grantTypes() {
        return new GrantType[] {
            GrantType.AUTHORIZATION_CODE, GrantType.IMPLICIT, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS
        };
    }

    /** The authorization request of a client, with these further parameters. */
    AuthorizationResponse ask(Client client, Object... parameters) {
        String usual = Form.of("client_id", client.getClientId(), "redirect_uri", REDIRECT_URI, "state", "a state");
        return api.authorization(new AuthorizationRequest().setParameters(usual + "&" + Form.of(parameters)));
    }

    /** The ticket of a request that the user is asked about. */
    String ticket(Client client, Object... parameters) {
        AuthorizationResponse asked = ask(client, parameters);
        assertThat(asked.getAction()).as(asked.getResultMessage()).isEqualTo(AuthorizationResponse.Action.INTERACTION);
        return asked.getTicket();
    }

    /** The user logs in and allows what is asked; what the client gets. */
    Map<String, String> allow(AuthorizationIssueRequest decision) {
        AuthorizationIssueResponse issued = api.authorizationIssue(decision);
        assertThat(issued.getAction())
                .as(issued.getResultMessage())
                .isEqualTo(AuthorizationIssueResponse.Action.LOCATION);
        String location = issued.getResponseContent();
        assertThat(location).startsWith(REDIRECT_URI);
        Map<String, String> got = location.contains("#") ? Form.fragment(location) : Form.query(location);
        assertThat(got).containsEntry("state", "a state").containsEntry("iss", ISSUER);
        return got;
    }

    static AuthorizationIssueRequest decision(String ticket) {
        return new AuthorizationIssueRequest().setTicket(ticket).setSubject(USER);
    }

    /** A token request of a client that authenticates by HTTP Basic. */
    TokenResponse token(Client client, Object... parameters) {
        return api.token(new TokenRequest()
                .setParameters(Form.of(parameters))
                .setClientId(Long.toString(client.getClientId()))
                .setClientSecret(client.getClientSecret()));
    }

    TokenResponse redeem(Client client, String code) {
        return token(client, "grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI);
    }

    TokenResponse refresh(Client client, String refreshToken) {
        return token(client, "grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    /** The tokens of a whole login by a code. */
    TokenResponse login(Client client, String scope) {
        String ticket = ticket(client, "response_type", "code", "scope", scope, "nonce", "a nonce");
        TokenResponse tokens = redeem(client, allow(decision(ticket)).get("code"));
        assertThat(tokens.getAction()).as(tokens.getResultMessage()).isEqualTo(TokenResponse.Action.OK);
        return tokens;
    }

    IntrospectionResponse introspect(String accessToken) {
        return api.introspection(new IntrospectionRequest().setToken(accessToken));
    }

    UserInfoResponse userinfo(String accessToken) {
        return api.userinfo(new UserInfoRequest().setToken(accessToken));
    }

    UserInfoIssueResponse tell(String accessToken, String claims) {
        return api.userinfoIssue(
                new UserInfoIssueRequest().setToken(accessToken).setClaims(claims));
    }

    RevocationResponse revoke(Client client, String token) {
        return api.revocation(new RevocationRequest()
                .setParameters(Form.of("token", token))
                .setClientId(Long.toString(client.getClientId()))
                .setClientSecret(client.getClientSecret()));
    }

    /** What a JWT of this service says, once its signature was checked with the keys that the service publishes. */
    JWTClaimsSet verified(String jwt, JWSAlgorithm algorithm) {
        try {
            SignedJWT signed = SignedJWT.parse(jwt);
            assertThat(signed.getHeader().getAlgorithm()).isEqualTo(algorithm);
            JWKSet published = JWKSet.parse(api.getServiceJwks());
            AsymmetricJWK key =
                    (AsymmetricJWK) published.getKeyByKeyId(signed.getHeader().getKeyID());
            JWSVerifier verifier =
                    new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), key.toPublicKey());
            assertThat(signed.verify(verifier)).isTrue();
            return signed.getJWTClaimsSet();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(jwt, e);
        }
    }

    private static String keys() {
        try {
            return new JWKSet(java.util.List.of(
                            new RSAKeyGenerator(2_048).keyID("an RSA key").generate(),
                            new ECKeyGenerator(Curve.P_256).keyID("a P-256 key").generate()))
                    .toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
