package dev.grantkeep.application.port.out.key;

import dev.grantkeep.domain.key.KeyWish;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * A JWT to be signed.
 *
 * @param key which of several keys of a set; says nothing for a secret
 * @param type {@code typ} of the header; null leaves it out
 * @param header more members of it. {@code alg}, {@code kid} and {@code typ}, if there is one, are not theirs to say; nor
 *     is what would change how the message is read: {@code b64}, {@code crit}, {@code enc}, {@code zip}. These are left out
 */
public record SigningOrder(
        SignatureAlgorithm algorithm, KeyWish key, @Nullable String type, Members header, Members claims) {}
