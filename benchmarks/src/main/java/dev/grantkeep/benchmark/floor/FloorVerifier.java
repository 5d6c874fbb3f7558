package dev.grantkeep.benchmark.floor;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/** Checks the signature of one JWT again and again, by the library that Grantkeep has, and looks at nothing else in it. */
record FloorVerifier(String jwt, JWSVerifier verifier) {
    private static final String CLAIMS = """
            {"iss":"1","aud":"https://as.example.com","client_id":"1","response_type":"code","scope":"read write",\
            "redirect_uri":"https://client.example.org/cb/example.com","state":"a state","exp":4102444800}""";

    static FloorVerifier es256() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("es256").generate();
            JWSObject jwt = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new Payload(CLAIMS));
            jwt.sign(new ECDSASigner(key));
            return new FloorVerifier(jwt.serialize(), new ECDSAVerifier(key.toPublicJWK()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isGood() {
        try {
            return JWSObject.parse(jwt).verify(verifier);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
