package dev.grantkeep.benchmark.floor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantkeep.benchmark.floor.FloorTable.Token;

/** Signs JWTs with one key, by the library that Grantkeep has. What they say is written down, and nothing decides it. */
record FloorSigner(JWSHeader header, JWSSigner signer) {
    private static final String ID_TOKEN = """
            {"iss":"https://as.example.com","sub":"%s","aud":["%d"],"exp":%d,"iat":%d,"nonce":"a nonce",\
            "auth_time":%d,"at_hash":"77QmUPtjPfzWtF2AnpK9RQ"}""";

    private static final String ACCESS_TOKEN = """
            {"iss":"https://as.example.com","client_id":"%d","scope":"%s","exp":%d,"iat":%d,"jti":"%s"}""";

    static FloorSigner rs256() {
        try {
            RSAKey key = new RSAKeyGenerator(2_048).keyID("rs256").generate();
            JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
            return new FloorSigner(header.type(new JOSEObjectType("at+jwt")).build(), new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static FloorSigner es256() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("es256").generate();
            return new FloorSigner(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String idToken(Token token) {
        long now = System.currentTimeMillis() / 1_000;
        return sign(ID_TOKEN.formatted(token.subject(), token.clientId(), now + 86_400, now, now));
    }

    String accessToken(String value, Token token) {
        long now = System.currentTimeMillis() / 1_000;
        return sign(ACCESS_TOKEN.formatted(token.clientId(), token.scopes(), now + 86_400, now, value));
    }

    private String sign(String claims) {
        JWSObject jwt = new JWSObject(header, new Payload(claims));
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }
}
