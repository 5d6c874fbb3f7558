package dev.grantkeep.domain.key;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Web Key (RFC 7517 section 4) says about itself; not the key.
 *
 * @param position where it stands in its set, counted from 0
 * @param curve {@code crv}, of a key that is on one
 * @param use {@code use}: {@code sig}, {@code enc} or another; null is any
 * @param operations {@code key_ops}; empty is any
 * @param algorithm {@code alg}, by its registered name; null is any that fits
 * @param id {@code kid}; not unique in a set
 * @param isPrivate whether it has private members
 */
public record Jwk(
        int position,
        KeyType type,
        @Nullable String curve,
        @Nullable String use,
        Set<String> operations,
        @Nullable String algorithm,
        @Nullable String id,
        boolean isPrivate) {
    private static final String SIGNATURE = "sig";
    private static final String ENCRYPTION = "enc";

    public Jwk {
        operations = Set.copyOf(operations);
    }

    boolean canSign(SignatureAlgorithm wanted) {
        return isPrivate && isFor(wanted.family(), wanted.wireName(), wanted.curve(), SIGNATURE, Set.of("sign"));
    }

    /** A private key that may sign has a public half that may verify. */
    boolean canVerify(SignatureAlgorithm wanted) {
        return isFor(wanted.family(), wanted.wireName(), wanted.curve(), SIGNATURE, Set.of("verify", "sign"));
    }

    boolean canEncrypt(KeyManagementAlgorithm wanted) {
        return isForAgreementOrWrapping(
                wanted, Set.of("encrypt", "wrapKey", "deriveKey", "deriveBits", "unwrapKey", "decrypt"));
    }

    public boolean canDecrypt(KeyManagementAlgorithm wanted) {
        return isPrivate && isForAgreementOrWrapping(wanted, Set.of("decrypt", "unwrapKey", "deriveKey", "deriveBits"));
    }

    /** Whether the key is what this algorithm is about, whatever it is to be used for. */
    public boolean isOfKind(SignatureAlgorithm wanted) {
        return type == wanted.family()
                && (wanted.curve() == null || wanted.curve().equals(curve));
    }

    private boolean isForAgreementOrWrapping(KeyManagementAlgorithm wanted, Set<String> anyOf) {
        return isFor(wanted.keyType(), wanted.wireName(), null, ENCRYPTION, anyOf)
                && (type != KeyType.EC || KeyManagementAlgorithm.CURVES.contains(curve));
    }

    private boolean isFor(
            KeyType wantedType,
            String wantedAlgorithm,
            @Nullable String wantedCurve,
            String wantedUse,
            Set<String> anyOf) {
        return type == wantedType
                && (wantedCurve == null || wantedCurve.equals(curve))
                && (algorithm == null || algorithm.equals(wantedAlgorithm))
                && (use == null || use.equals(wantedUse))
                && (operations.isEmpty() || operations.stream().anyMatch(anyOf::contains));
    }
}
