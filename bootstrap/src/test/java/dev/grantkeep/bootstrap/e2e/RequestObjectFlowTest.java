package dev.grantkeep.bootstrap.e2e;

import static dev.grantkeep.bootstrap.e2e.FrontEnd.aClient;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.anOpenIdProvider;
import static dev.grantkeep.bootstrap.e2e.FrontEnd.decision;
import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.common.dto.AuthorizationRequest;
import com.authlete.common.dto.AuthorizationResponse;
import com.authlete.common.dto.Client;
import com.authlete.common.dto.Service;
import com.authlete.common.dto.TokenResponse;
import com.authlete.common.types.JWEAlg;
import com.authlete.common.types.JWEEnc;
import com.authlete.common.types.JWSAlg;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** Request objects (RFC 9101) of two libraries, which a front end that has the official library passes on. */
@OnEveryStore
final class RequestObjectFlowTest {
    private final ECKey key;
    private final Stage stage;
    private final FrontEnd provider;
    private final Client client;

    RequestObjectFlowTest(Stage stage) throws JOSEException {
        this.stage = stage;
        key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        provider = FrontEnd.open(
                stage, anOpenIdProvider().setRequestObjectRequired(true).setRequestObjectAudienceChecked(true));
        client = provider.api().createClient(client().setRequestSignAlg(JWSAlg.ES256));
    }

    private Client client() {
        return aClient().setJwks(new JWKSet(key.toPublicJWK()).toString());
    }

    private AuthorizationResponse ask(FrontEnd at, Client of, String object, Object... beside) {
        String usual = Form.of("client_id", of.getClientId(), "request", object);
        return at.api()
                .authorization(new AuthorizationRequest()
                        .setParameters(beside.length == 0 ? usual : usual + "&" + Form.of(beside)));
    }

    private void logsIn(FrontEnd at, Client of, String object) throws ParseException {
        AuthorizationResponse asked = ask(at, of, object, "scope", "read", "state", "beside", "nonce", "beside");
        assertThat(asked.getAction()).as(asked.getResultMessage()).isEqualTo(AuthorizationResponse.Action.INTERACTION);
        assertThat(asked.getRequestObjectPayload()).contains("\"nonce\":\"inside\"");
        assertThat(asked.getMaxAge()).isEqualTo(600);
        assertThat(asked.getClaims()).containsExactly("email");
        Map<String, String> got = at.allow(decision(asked.getTicket()));
        TokenResponse tokens = at.redeem(of, got.get("code"));
        assertThat(tokens.getAction()).as(tokens.getResultMessage()).isEqualTo(TokenResponse.Action.OK);
        assertThat(at.verified(tokens.getIdToken(), JWSAlgorithm.ES256).getStringClaim("nonce"))
                .isEqualTo("inside");
        assertThat(tokens.getScopes()).containsExactly("openid");
    }

    @Test
    void aSignedOneGoesThroughALogin() throws JoseException, JOSEException, ParseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims(client).toString());
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKeyIdHeaderValue("own");
        jws.setHeader("typ", "oauth-authz-req+jwt");
        jws.setKey(key.toECPrivateKey());
        logsIn(provider, client, jws.getCompactSerialization());
    }

    @Test
    void anEncryptedOneGoesThroughALogin() throws JOSEException, ParseException {
        FrontEnd demanding = FrontEnd.open(
                stage,
                anOpenIdProvider()
                        .setFrontChannelRequestObjectEncryptionRequired(true)
                        .setRequestObjectEncryptionAlgMatchRequired(true)
                        .setRequestObjectEncryptionEncMatchRequired(true));
        Client its = demanding
                .api()
                .createClient(client().setRequestEncryptionAlg(JWEAlg.ECDH_ES).setRequestEncryptionEnc(JWEEnc.A256GCM));
        JWEObject jwe = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                        .contentType("JWT")
                        .build(),
                new Payload(signed(claims(its), key)));
        jwe.encrypt(new ECDHEncrypter(JWKSet.parse(demanding.api().getServiceJwks())
                .getKeyByKeyId("a P-256 key")
                .toECKey()));
        logsIn(demanding, its, jwe.serialize());
        refuses(demanding, its, signed(claims(its), key), "invalid_request_object");
    }

    @Test
    void whatIsNotTheClientsOrNotSignedIsRefused() throws JOSEException {
        ECKey other = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        refuses(provider, client, signed(claims(client), other), "invalid_request_object");
        refuses(provider, client, new PlainJWT(claims(client)).serialize(), "invalid_request_object");
        Client another = provider.api().createClient(client());
        refuses(provider, another, signed(claims(client), key), "invalid_request_object");
        refuses(
                provider,
                client,
                signed(
                        new JWTClaimsSet.Builder(claims(client))
                                .audience("https://other.example")
                                .build(),
                        key),
                "invalid_request_object");
        refuses(
                provider,
                client,
                signed(
                        new JWTClaimsSet.Builder(claims(client))
                                .expirationTime(new Date(stage.now() - 1_000))
                                .build(),
                        key),
                "invalid_request_object");
        AuthorizationResponse without = provider.ask(client, "response_type", "code", "scope", "openid");
        assertThat(without.getAction()).isEqualTo(AuthorizationResponse.Action.LOCATION);
        assertThat(Form.query(without.getResponseContent())).containsEntry("error", "invalid_request");
    }

    @Test
    void settingsStayAsTheyAre() {
        Service stored = provider.api().getService(provider.service().getApiKey());
        assertThat(stored.isRequestObjectRequired()).isTrue();
        assertThat(stored.isRequestObjectAudienceChecked()).isTrue();
        assertThat(provider.api().getClient(client.getClientId()).getRequestSignAlg())
                .isEqualTo(JWSAlg.ES256);
    }

    private void refuses(FrontEnd at, Client of, String object, String error) {
        AuthorizationResponse refused =
                ask(at, of, object, "response_type", "code", "redirect_uri", FrontEnd.REDIRECT_URI);
        assertThat(refused.getAction()).isEqualTo(AuthorizationResponse.Action.BAD_REQUEST);
        assertThat(refused.getResponseContent()).contains("\"" + error + "\"");
        assertThat(refused.getTicket()).isNull();
    }

    private JWTClaimsSet claims(Client of) {
        String id = Long.toString(of.getClientId());
        return new JWTClaimsSet.Builder()
                .issuer(id)
                .audience(FrontEnd.ISSUER)
                .expirationTime(new Date(stage.now() + 60_000))
                .claim("client_id", id)
                .claim("response_type", "code")
                .claim("redirect_uri", FrontEnd.REDIRECT_URI)
                .claim("scope", "openid")
                .claim("state", "a state")
                .claim("nonce", "inside")
                .claim("max_age", 600)
                .claim("claims", Map.of("id_token", Map.of("email", Map.of("essential", true))))
                .build();
    }

    private static String signed(JWTClaimsSet claims, ECKey by) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(by));
        return jwt.serialize();
    }
}
