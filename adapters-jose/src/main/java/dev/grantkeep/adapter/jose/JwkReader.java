package dev.grantkeep.adapter.jose;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.CurveBasedJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeyType;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one key of a set. */
final class JwkReader {
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521, Curve.Ed25519);

    /** Coordinates, exponents and primes are no longer than the modulus, base64url. */
    private static final int MAX_NUMBER = KeySets.MAX_RSA_BITS / 6 + 2;

    private static final List<String> NUMBERS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi", "x", "y");

    private JwkReader() {}

    /** A key is of a kind that is not used here; nothing is wrong with it. */
    static final class OfOtherKind extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A key is not what it says, or out of the range that is taken. The message goes on from the name of the key. */
    static final class Faulty extends Exception {
        private static final long serialVersionUID = 1;

        Faulty(String message) {
            super(message);
        }
    }

    /**
     * @param members without nulls
     * @param position in its set
     */
    static NimbusKey read(Map<String, Object> members, int position) throws OfOtherKind, Faulty {
        KeyType type = type(members);
        requireShortNumbers(members);
        requireDistinctOperations(members);
        JWK key = parse(members);
        switch (key) {
            case RSAKey rsa -> requireSafe(rsa);
            case OctetKeyPair pair -> requireLength(pair);
            default -> {}
        }
        return new NimbusKey(key, describe(key, type, position));
    }

    private static KeyType type(Map<String, Object> members) throws OfOtherKind, Faulty {
        if (!(members.get("kty") instanceof String name)) {
            throw new Faulty("has no kty");
        }
        KeyType type = Stream.of(KeyType.RSA, KeyType.EC, KeyType.OKP)
                .filter(known -> known.wireName().equals(name))
                .findFirst()
                .orElseThrow(OfOtherKind::new);
        if (type != KeyType.RSA && members.get("crv") instanceof String curve && !CURVES.contains(new Curve(curve))) {
            throw new OfOtherKind();
        }
        return type;
    }

    private static void requireShortNumbers(Map<String, Object> members) throws Faulty {
        for (String name : NUMBERS) {
            if (members.get(name) instanceof String number && number.length() > MAX_NUMBER) {
                throw new Faulty("has a value of " + name + " that is too long");
            }
        }
        if (members.containsKey("oth")) {
            throw new Faulty("has more than two primes (oth)");
        }
    }

    /** RFC 7517 section 4.3. */
    private static void requireDistinctOperations(Map<String, Object> members) throws Faulty {
        if (members.get("key_ops") instanceof List<?> operations
                && new HashSet<>(operations).size() < operations.size()) {
            throw new Faulty("has a value twice in key_ops");
        }
    }

    private static JWK parse(Map<String, Object> members) throws Faulty {
        try {
            return JWK.parse(members);
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new Faulty("is not valid");
        }
    }

    private static void requireSafe(RSAKey key) throws Faulty {
        int bits = key.getModulus().decodeToBigInteger().bitLength();
        if (bits < KeySets.MIN_RSA_BITS || bits > KeySets.MAX_RSA_BITS) {
            throw new Faulty(
                    "has a modulus that is not of " + KeySets.MIN_RSA_BITS + " to " + KeySets.MAX_RSA_BITS + " bits");
        }
        BigInteger exponent = key.getPublicExponent().decodeToBigInteger();
        if (!exponent.testBit(0)
                || exponent.compareTo(BigInteger.TWO) < 0
                || exponent.bitLength() > KeySets.MAX_RSA_EXPONENT_BITS) {
            throw new Faulty(
                    "has a public exponent that is not odd and of 2 to " + KeySets.MAX_RSA_EXPONENT_BITS + " bits");
        }
    }

    private static void requireLength(OctetKeyPair key) throws Faulty {
        boolean isRight = key.getDecodedX().length == Ed25519.KEY_OCTETS
                && (!key.isPrivate() || key.getDecodedD().length == Ed25519.KEY_OCTETS);
        if (!isRight) {
            throw new Faulty("has a value of x or d that is not of " + Ed25519.KEY_OCTETS + " octets");
        }
    }

    private static Jwk describe(JWK key, KeyType type, int position) {
        return new Jwk(
                position,
                type,
                key instanceof CurveBasedJWK onCurve ? onCurve.getCurve().getName() : null,
                key.getKeyUse() == null ? null : key.getKeyUse().identifier(),
                operations(key.getKeyOperations()),
                name(key.getAlgorithm()),
                key.getKeyID(),
                key.isPrivate());
    }

    private static Set<String> operations(@Nullable Set<KeyOperation> operations) {
        return operations == null
                ? Set.of()
                : operations.stream().map(KeyOperation::identifier).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String name(@Nullable Algorithm algorithm) {
        return algorithm == null ? null : algorithm.getName();
    }
}
