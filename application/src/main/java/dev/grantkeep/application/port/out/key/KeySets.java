package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.Jwk;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.value.Members;
import java.util.List;

/**
 * Reads JWK Sets (RFC 7517). Those that were read lately are known by their text, so reading one again costs next to
 * nothing, and what belongs to its keys is made once. Any thread may call.
 */
public interface KeySets {
    /** The most characters of a JWK Set. */
    int MAX_LENGTH = 262_144;

    /** The most keys of a JWK Set. */
    int MAX_KEYS = 100;

    /** The fewest bits of an RSA key's modulus (RFC 7518 sections 3.3, 3.5 and 4.3). */
    int MIN_RSA_BITS = 2_048;

    /** The most bits of an RSA key's modulus; a private operation takes the third power of it. */
    int MAX_RSA_BITS = 8_192;

    /** The most bits of an RSA key's public exponent; it is odd and at least 3. */
    int MAX_RSA_EXPONENT_BITS = 32;

    /**
     * The keys of a document. Keys of an unknown type, on an unknown curve, and symmetric ones are left out (RFC 7517
     * section 5).
     *
     * @param text of any origin
     */
    KeySetReading read(String text);

    /**
     * How many private RSA keys of a set {@link #unfitting} tries: one of the largest takes a good part of a second. A
     * signature by one that does not fit fails when it is wanted.
     */
    int MOST_TRIED_RSA_KEYS = 10;

    /**
     * The private keys whose signatures their own public members do not confirm, as faults: such as "keys[2] has a private
     * part that is not that of its public one". Nobody could verify what they sign. Each key is tried, so this is for when
     * a set is registered.
     *
     * @param set that was read before
     */
    List<String> unfitting(KeySet set);

    /**
     * The document without private members: for each usable key those members that RFC 7517 and 7518 define as public. A
     * symmetric key has no public part and is left out.
     *
     * @param set that was read before
     */
    Members publicPart(KeySet set);

    /**
     * The thumbprint of a key: the SHA-256 of its required members, base64url (RFC 7638).
     *
     * @param key of this set
     */
    String thumbprint(KeySet set, Jwk key);
}
