package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.KeySet;
import java.util.Optional;

/** Takes the {@code jti} from JWTs that come again and again, such as access tokens (RFC 9068). Any thread may call. */
public interface JwtIds {
    /**
     * The {@code jti} of a JWT that one of these keys signed, by an algorithm that the key is for: never by a secret. What
     * was right lately is known again by a hash of the message, the type and the keys, within a share of the memory; what
     * was wrong is not remembered. The other claims are not judged.
     *
     * @param compact of any origin; see {@link JoseMessages} for what is refused in any case, but for the depth of claims
     * @param type what {@code typ} of the header has to be
     * @return empty if it is anything else, or has no {@code jti} that is a text
     */
    Optional<String> find(String compact, String type, KeySet keys);
}
