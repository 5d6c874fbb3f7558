package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.KeyMaterial;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signed JWTs in the compact form (RFC 7515 section 3.1, RFC 7519). Any thread may call. */
public interface Signatures {
    /**
     * Makes a signed JWT. Which key of a set signs is decided by {@link dev.grantkeep.domain.key.KeyChoice}; the header
     * has its {@code kid}, if it has one.
     *
     * @param keys a set with private keys, or for {@code HS*} a secret: other algorithms do not take one
     */
    SigningOutcome sign(SigningOrder order, KeyMaterial keys);

    /**
     * A JWT that is not signed ({@code alg} is {@code none}, RFC 7519 section 6), where a client has registered that it
     * wants one.
     *
     * @param type {@code typ} of the header; null leaves it out
     * @param header more members of it, as those of a {@link SigningOrder}
     * @return the JWT, or that a member of the header cannot be
     */
    SigningOutcome unsecured(@Nullable String type, Members header, Members claims);

    /**
     * Checks a signature. Only the algorithms that the caller expects count, whatever the message says, and only the
     * caller's keys: members of the header that carry or locate keys ({@code jwk}, {@code jku}, {@code x5c}, {@code
     * x5u}) are not looked at. Claims are not judged: times, issuer, audience and {@code typ} are the caller's affair.
     *
     * @param compact of any origin; see {@link JoseMessages} for what is refused in any case
     * @param expected what was registered, or what the purpose allows; not empty
     * @param keys a set, or for {@code HS*} a secret: each kind of algorithm takes its own alone
     */
    SignatureCheck verify(String compact, Set<SignatureAlgorithm> expected, KeyMaterial keys);
}
