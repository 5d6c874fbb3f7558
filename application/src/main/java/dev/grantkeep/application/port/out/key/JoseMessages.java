package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.value.Members;
import java.util.Optional;

/**
 * Looks into messages before anything is known about who sent them (RFC 7515, RFC 7516, compact form). In any case refused,
 * here and where signatures are checked and messages decrypted: what is longer than {@value #MAX_LENGTH} characters, has
 * characters outside base64url, JSON that is nested deeper than {@value #MAX_DEPTH} levels or has a member twice, {@code
 * zip} (a bomb needs it), {@code crit} and {@code b64} (no extension is known). Time and memory are proportional to the
 * length. Any thread may call.
 */
public interface JoseMessages {
    /** The most characters of a message. */
    int MAX_LENGTH = 131_072;

    /** The most levels of objects and arrays in a header or in claims. */
    int MAX_DEPTH = 32;

    /** What the message says it is. Nothing of it is verified: it may help to find the sender, and decides nothing. */
    JoseReading read(String compact);

    /**
     * The claims that were encrypted without a signature, by the same rules as those of a JWT; empty if the text is none.
     */
    Optional<Members> claims(String plaintext);
}
