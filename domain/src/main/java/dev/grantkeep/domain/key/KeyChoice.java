package dev.grantkeep.domain.key;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which key of a set is taken. */
public sealed interface KeyChoice {
    record Chosen(Jwk key) implements KeyChoice {}

    /** There is none; the text names the setting that should have one, as a sentence. */
    record Missing(String what) implements KeyChoice {}

    /**
     * The key that a service signs with: of those that can, the one that its setting names, else the only one, else the
     * first that has a {@code kid}, since clients may refuse a token without one (OpenID Connect Core section 10.1). A
     * setting that names a key of another kind says nothing about this algorithm; one that names no key, or a key of this
     * kind that cannot sign, is an error where it would have to decide.
     */
    static KeyChoice forSigning(KeySet set, SignatureAlgorithm algorithm, KeyWish wish) {
        List<Jwk> able =
                set.keys().stream().filter(key -> key.canSign(algorithm)).toList();
        Optional<Jwk> named = able.stream().filter(hasId(wish.id())).findFirst();
        if (named.isPresent()) {
            return new Chosen(named.get());
        }
        if (able.isEmpty()) {
            return new Missing("The service's `jwks` has no private key that can sign " + algorithm.wireName());
        }
        if (able.size() > 1 && wish.id() != null && !namesAnotherKind(set, algorithm, wish.id())) {
            return new Missing("The service's `" + wish.purpose().setting() + "` names no key that can sign "
                    + algorithm.wireName());
        }
        return new Chosen(
                able.stream().filter(key -> key.id() != null).findFirst().orElse(able.getFirst()));
    }

    private static boolean namesAnotherKind(KeySet set, SignatureAlgorithm algorithm, String id) {
        List<Jwk> named = set.keys().stream().filter(hasId(id)).toList();
        return !named.isEmpty() && named.stream().noneMatch(key -> key.isOfKind(algorithm));
    }

    /**
     * The keys that a signature may be by: those that fit the algorithm and have the {@code kid} that the message names,
     * or none. Where a message names none, all that fit. Several are tried (RFC 7515 section 6).
     *
     * @param id of the message's header; null if it has none
     */
    static List<Jwk> forVerifying(KeySet set, SignatureAlgorithm algorithm, @Nullable String id) {
        return withIdElseWithout(set, key -> key.canVerify(algorithm), id);
    }

    /** The key of a recipient to encrypt to: the first that fits, those with a {@code kid} before those without. */
    static Optional<Jwk> forEncrypting(KeySet set, KeyManagementAlgorithm algorithm) {
        List<Jwk> able =
                set.keys().stream().filter(key -> key.canEncrypt(algorithm)).toList();
        return able.stream()
                .filter(key -> key.id() != null)
                .findFirst()
                .or(() -> able.stream().findFirst());
    }

    /** The keys that a message may have been encrypted to; several are tried. */
    static List<Jwk> forDecrypting(KeySet set, KeyManagementAlgorithm algorithm, @Nullable String id) {
        return withIdElseWithout(set, key -> key.canDecrypt(algorithm), id);
    }

    private static List<Jwk> withIdElseWithout(KeySet set, Predicate<Jwk> able, @Nullable String id) {
        List<Jwk> fitting = set.keys().stream().filter(able).toList();
        if (id == null) {
            return fitting;
        }
        List<Jwk> named = fitting.stream().filter(hasId(id)).toList();
        return named.isEmpty()
                ? fitting.stream().filter(key -> key.id() == null).toList()
                : named;
    }

    private static Predicate<Jwk> hasId(@Nullable String id) {
        return key -> id != null && id.equals(key.id());
    }
}
