package dev.grantkeep.adapter.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.grantkeep.adapter.rest.testing.Answer;
import dev.grantkeep.adapter.rest.testing.Fields;
import dev.grantkeep.adapter.rest.testing.RestServer;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.service.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clients that sign assertions, by their keys or their secret, and what the token endpoint says to these. */
abstract class SignedAssertions {
    static final RestServer SERVER = RestServer.shared();
    static final String ISSUER = "https://as.example.com";
    static final String TOKEN = ISSUER + "/token";
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    static final ECKey KEY = key("ec");
    static final ECKey STRANGE = key("ec");
    static final int SKEW = 10;

    final Service service = SERVER.given(aService().build());
    final Client client = SERVER.given(withKey().build());
    final Client secretive = SERVER.given(Clients.aClient()
            .of(service)
            .withAuthMethod(ClientAuthMethod.CLIENT_SECRET_JWT)
            .build());

    static Services aService() {
        return Services.aService()
                .with("tokenEndpoint", TOKEN)
                .with("revocationEndpoint", ISSUER + "/revoke")
                .with("pushedAuthReqEndpoint", ISSUER + "/par")
                .with("allowableClockSkew", (long) SKEW)
                .with("supportedTokenAuthMethods", List.of(ClientAuthMethod.values()));
    }

    Clients withKey() {
        return Clients.aClient()
                .of(service)
                .withAuthMethod(ClientAuthMethod.PRIVATE_KEY_JWT)
                .with("jwks", set(KEY));
    }

    void refuses(String assertion, String reason) {
        Answer answer = token(assertion);
        assertThat(answer.member("action")).as(answer.body()).isEqualTo("INVALID_CLIENT");
        assertThat(answer.message()).contains("[A157303]", reason);
        assertThat(answer.member("responseContent")).contains("\"error\":\"invalid_client\"");
        assertThat(answer.member("accessToken")).isNull();
    }

    Answer token(String assertion) {
        return call(parameters(assertion));
    }

    Answer revoke(String assertion) {
        return caller().post("/auth/revocation", Fields.of("parameters", "token=none&" + parameters(assertion)));
    }

    static String parameters(String assertion) {
        return "client_assertion_type=" + encoded(TYPE) + "&client_assertion=" + assertion;
    }

    Answer call(String parameters) {
        return at(service, parameters);
    }

    static Answer at(Service where, String parameters) {
        return SERVER.v2(where)
                .post("/auth/token", Fields.of("parameters", "grant_type=client_credentials&" + parameters));
    }

    RestServer.Caller caller() {
        return SERVER.v2(service);
    }

    static Map<String, Object> claims(Client of) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", of.id().toString());
        claims.put("sub", of.id().toString());
        claims.put("aud", ISSUER);
        claims.put("exp", now() + 60);
        claims.put("iat", now());
        claims.put("jti", Unique.hash().value());
        return claims;
    }

    static long now() {
        return SERVER.clock().now().getEpochSecond();
    }

    /** The same with other claims; null takes one away. */
    static Map<String, Object> with(Map<String, Object> claims, Object... namesAndValues) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        changed.values().removeIf(value -> value == null);
        return changed;
    }

    static String signed(Map<String, Object> claims) {
        return signed(claims, KEY);
    }

    static String signed(Map<String, Object> claims, ECKey key) {
        return signed(
                claims,
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                key);
    }

    static String signed(Map<String, Object> claims, JWSHeader header, ECKey key) {
        try {
            return signed(claims, header, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a header that the library does not make. */
    static String signed(Map<String, Object> claims, String header) {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(JsonText.write(claims));
        try {
            return input + "."
                    + new ECDSASigner(KEY)
                            .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(Map<String, Object> claims, JWSAlgorithm algorithm, MacKey key) {
        try {
            return signed(claims, new JWSHeader(algorithm), new MACSigner(key.text()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(Map<String, Object> claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        JWSObject jwt = new JWSObject(header, new Payload(JsonText.write(claims)));
        jwt.sign(signer);
        return jwt.serialize();
    }

    static MacKey secretOf(Client of) {
        return new MacKey(of.secret().value());
    }

    static String set(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A secret with which HS256 signs. */
    record MacKey(String text) {}
}
