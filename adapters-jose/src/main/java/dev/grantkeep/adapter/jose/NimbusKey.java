package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A key of a set with what is made of it, once: the objects of the JDK, and the headers of what it signs. */
final class NimbusKey {
    private final JWK key;
    private final Jwk description;
    private final Made<JWSSigner> signer = new Made<>();
    private final Made<JWSVerifier> verifier = new Made<>();
    private final Made<JWEEncrypter> encrypter = new Made<>();
    private final Made<JWEDecrypter> decrypter = new Made<>();
    private final Map<HeaderKey, JWSHeader> headers = new ConcurrentHashMap<>();

    NimbusKey(JWK key, Jwk description) {
        this.key = key;
        this.description = description;
    }

    JWK key() {
        return key;
    }

    Jwk description() {
        return description;
    }

    JWSSigner signer() throws JOSEException {
        return signer.get(() -> switch (key) {
            case RSAKey rsa -> new RSASSASigner(rsa.toRSAPrivateKey());
            case ECKey ec -> new ECDSASigner(ec.toECPrivateKey());
            case OctetKeyPair pair -> Ed25519.signer(pair);
            default -> throw unsupported();
        });
    }

    JWSVerifier verifier() throws JOSEException {
        return verifier.get(() -> switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa.toRSAPublicKey());
            case ECKey ec -> new ECDSAVerifier(ec.toECPublicKey());
            case OctetKeyPair pair -> Ed25519.verifier(pair);
            default -> throw unsupported();
        });
    }

    JWEEncrypter encrypter() throws JOSEException {
        return encrypter.get(() -> switch (key) {
            case RSAKey rsa -> new RSAEncrypter(rsa.toRSAPublicKey());
            case ECKey ec -> new ECDHEncrypter(ec.toECPublicKey());
            default -> throw unsupported();
        });
    }

    JWEDecrypter decrypter() throws JOSEException {
        return decrypter.get(() -> switch (key) {
            case RSAKey rsa -> new RSADecrypter(rsa.toRSAPrivateKey());
            case ECKey ec -> new ECDHDecrypter(ec.toECPrivateKey());
            default -> throw unsupported();
        });
    }

    /** Whether the public members confirm what the private ones sign. */
    boolean fits() {
        SignatureAlgorithm algorithm = Stream.of(SignatureAlgorithm.values())
                .filter(description::isOfKind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no key of this type is used: " + key.getKeyType()));
        JWSHeader header = newHeader(new HeaderKey(algorithm, null));
        byte[] input = header.toBase64URL().toString().getBytes(StandardCharsets.US_ASCII);
        try {
            return verifier().verify(header, input, signer().sign(header, input));
        } catch (JOSEException cannotSign) {
            return false;
        }
    }

    /** A header that says no more than the algorithm, the key and the type; it holds its own text. */
    JWSHeader header(SignatureAlgorithm algorithm, @Nullable String type) {
        return headers.computeIfAbsent(new HeaderKey(algorithm, type), this::newHeader);
    }

    private JWSHeader newHeader(HeaderKey of) {
        JWSHeader header = new JWSHeader.Builder(
                        JWSAlgorithm.parse(of.algorithm().wireName()))
                .keyID(description.id())
                .type(of.type() == null ? null : new JOSEObjectType(of.type()))
                .build();
        try {
            return JWSHeader.parse(header.toBase64URL());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private JOSEException unsupported() {
        return new JOSEException("no key of this type is used: " + key.getKeyType());
    }

    private record HeaderKey(
            SignatureAlgorithm algorithm, @Nullable String type) {}

    /** Made when it is first needed. Two threads may both make it then: it is the same whoever does. */
    private static final class Made<T> {
        private volatile @Nullable T object;

        T get(Making<T> making) throws JOSEException {
            T made = object;
            if (made == null) {
                made = making.run();
                object = made;
            }
            return made;
        }
    }

    private interface Making<T> {
        T run() throws JOSEException;
    }
}
