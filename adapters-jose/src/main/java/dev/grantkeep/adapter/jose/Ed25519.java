package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.EdDSAProvider;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** EdDSA with Ed25519 (RFC 8037) by the JDK, where Nimbus alone would need another library. */
final class Ed25519 {
    static final int KEY_OCTETS = 32;

    private static final String NAME = "Ed25519";

    private Ed25519() {}

    static JWSSigner signer(OctetKeyPair key) throws JOSEException {
        return new Signer(asJose(() -> KeyFactory.getInstance(NAME)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.getDecodedD()))));
    }

    static JWSVerifier verifier(OctetKeyPair key) throws JOSEException {
        return new Verifier(asJose(() -> KeyFactory.getInstance(NAME)
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(key.getDecodedX())))));
    }

    /** A point is its y in little-endian order, with the lowest bit of x as the highest bit (RFC 8032 section 5.1.2). */
    private static EdECPoint point(byte[] octets) {
        byte[] y = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            y[i] = octets[octets.length - 1 - i];
        }
        boolean isXOdd = y[0] < 0;
        y[0] &= Byte.MAX_VALUE;
        return new EdECPoint(isXOdd, new BigInteger(1, y));
    }

    private static <T> T asJose(Operation<T> operation) throws JOSEException {
        try {
            return operation.run();
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not an Ed25519 key", e);
        }
    }

    private interface Operation<T> {
        T run() throws GeneralSecurityException;
    }

    private static final class Signer extends EdDSAProvider implements JWSSigner {
        private final PrivateKey key;

        Signer(PrivateKey key) {
            this.key = key;
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] signingInput) throws JOSEException {
            return asJose(() -> {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(signingInput);
                return Base64URL.encode(signature.sign());
            });
        }
    }

    private static final class Verifier extends EdDSAProvider implements JWSVerifier {
        private final PublicKey key;

        Verifier(PublicKey key) {
            this.key = key;
        }

        /** What the JDK cannot read as a signature is none. */
        @Override
        public boolean verify(JWSHeader header, byte[] signingInput, Base64URL signature) throws JOSEException {
            return asJose(() -> {
                Signature check = Signature.getInstance(NAME);
                check.initVerify(key);
                check.update(signingInput);
                return check.verify(signature.decode());
            });
        }
    }
}
