package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A strict device of another library gets its tokens through the ready front, told nothing but the issuer. */
@ParameterizedClass(name = "{0}")
@EnumSource(Dialect.class)
final class DeviceRelyingPartyTest {
    private static final String JWKS = keys();

    /** By the clock of the machine, as the library's. */
    private static Nodes nodes;

    private final Tenant tenant;
    private final Issuer issuer;
    private final OAuthClient client;
    private final OIDCProviderMetadata metadata;

    DeviceRelyingPartyTest(Dialect dialect) throws Exception {
        Api owner = nodes.owner(0, dialect);
        tenant = Tenant.create(owner, Devices.settings());
        issuer = new Issuer(owner.base() + "/oauth/" + tenant.id());
        tenant.change(
                "issuer",
                issuer.getValue(),
                "jwks",
                JWKS,
                "supportedScopes",
                List.of(Tenant.scope("openid"), Tenant.scope("email")),
                "attributes",
                List.of(Json.map("key", "grantkeep.front", "value", "true")));
        client = tenant.client(Devices.CLIENT);
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
    void pollsUntilItsUserSaidYes() throws Exception {
        DeviceAuthorizationSuccessResponse started = ask(client.secret()).toSuccessResponse();
        assertThat(started.getUserCode().getValue()).matches("[BCDFGHJKLMNPQRSTVWXZ]{10}");
        assertThat(started.getVerificationURI().toString()).isEqualTo(Devices.PAGE);
        assertThat(started.getVerificationURIComplete().toString())
                .isEqualTo(Devices.PAGE + "?user_code=" + started.getUserCode().getValue());
        assertThat(started.getInterval()).isEqualTo(5);
        assertThat(started.getLifetime()).isEqualTo(600);

        assertThat(poll(started).toErrorResponse().getErrorObject().getCode()).isEqualTo("authorization_pending");
        assertThat(poll(started).toErrorResponse().getErrorObject().getCode()).isEqualTo("slow_down");
        decide(started, "AUTHORIZED");

        OIDCTokenResponse tokens = (OIDCTokenResponse) poll(started).toSuccessResponse();
        IDTokenClaimsSet claims = new IDTokenValidator(
                        issuer,
                        id(),
                        JWSAlgorithm.RS256,
                        JWKSet.load(metadata.getJWKSetURI().toURL()))
                .validate(tokens.getOIDCTokens().getIDToken(), null);
        assertThat(claims.getSubject().getValue()).isEqualTo("anna");
        assertThat(poll(started).toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
    }

    @Test
    void isToldTheNoOfItsUser() throws Exception {
        DeviceAuthorizationSuccessResponse started = ask(client.secret()).toSuccessResponse();
        decide(started, "ACCESS_DENIED");
        TokenResponse refused = poll(started);
        assertThat(refused.toErrorResponse().getErrorObject().getCode()).isEqualTo("access_denied");
        assertThat(refused.toErrorResponse().getErrorObject().getHTTPStatusCode())
                .isEqualTo(400);
    }

    @Test
    void isNotLetInWithAnotherSecret() throws Exception {
        HTTPResponse refused = request("another-secret-of-this-length-and-more")
                .toHTTPRequest()
                .send();
        assertThat(refused.getStatusCode()).isEqualTo(401);
        assertThat(refused.getHeaderValue("WWW-Authenticate")).startsWith("Basic ");
        assertThat(DeviceAuthorizationResponse.parse(refused)
                        .toErrorResponse()
                        .getErrorObject()
                        .getCode())
                .isEqualTo("invalid_client");
    }

    private DeviceAuthorizationResponse ask(String secret) throws Exception {
        return DeviceAuthorizationResponse.parse(request(secret).toHTTPRequest().send());
    }

    private DeviceAuthorizationRequest request(String secret) {
        return new DeviceAuthorizationRequest.Builder(basic(secret))
                .scope(Scope.parse("openid email"))
                .endpointURI(metadata.getDeviceAuthorizationEndpointURI())
                .build();
    }

    private TokenResponse poll(DeviceAuthorizationSuccessResponse started) throws Exception {
        TokenRequest request = new TokenRequest(
                metadata.getTokenEndpointURI(), basic(client.secret()), new DeviceCodeGrant(started.getDeviceCode()));
        return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
    }

    /** The provider's page. */
    private void decide(DeviceAuthorizationSuccessResponse started, String result) {
        String code = started.getUserCode().getValue();
        tenant.api().post("device/verification", "userCode", code).does("VALID");
        tenant.api()
                .post("device/complete", "userCode", code, "result", result, "subject", "anna")
                .does("SUCCESS");
    }

    private ClientAuthentication basic(String secret) {
        return new ClientSecretBasic(id(), new Secret(secret));
    }

    private ClientID id() {
        return new ClientID(Long.toString(client.id()));
    }

    private static String keys() {
        try {
            return new JWKSet(new RSAKeyGenerator(2_048).keyID("rs").generate()).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
