package dev.grantkeep.domain.token;

import dev.grantkeep.domain.common.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The values of tokens that Grantkeep makes. An access token is 32 random bytes, in base64url 43 characters. A refresh token
 * is 48 bytes, 64 characters: the 16 bytes of its record's id, 16 secret bytes, and a tag of 16 bytes, which only the
 * service can make of these. So every value that a record ever had names the record, and the reuse of any of them is
 * noticed (RFC 9700 section 4.14.2); a value that somebody made up from a record's id names none.
 *
 * <p>Refresh tokens were 32 bytes once, without the tag. They are good as long as they are current; after that they cannot
 * be told from ones that were made up, unless the record remembers them.
 */
public final class TokenValues {
    /** How many random bytes an access token takes. */
    public static final int ACCESS_BYTES = 32;

    /** How many random bytes a refresh token takes. */
    public static final int REFRESH_BYTES = 16;

    private static final int UNTAGGED_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int TAGGED_LENGTH = 64;
    private static final String HMAC = "HmacSHA256";

    private TokenValues() {}

    /**
     * @param random {@link #ACCESS_BYTES} random bytes
     */
    public static TokenValue access(byte[] random) {
        return TokenValue.of(exactly(ACCESS_BYTES, random));
    }

    /**
     * @param random {@link #REFRESH_BYTES} random bytes
     * @param key the service's derivation key
     */
    public static TokenValue refresh(TokenId id, byte[] random, Secret key) {
        byte[] untagged = untagged(id, random);
        return TokenValue.of(ByteBuffer.allocate(UNTAGGED_BYTES + TAG_BYTES)
                .put(untagged)
                .put(tag(untagged, key))
                .array());
    }

    /** The record that this refresh token names: the service made it for that record, if for any. */
    static Optional<TokenId> recordNamedBy(TokenValue refreshToken, Secret key) {
        if (refreshToken.value().length() != TAGGED_LENGTH) {
            return Optional.empty();
        }
        return decoded(refreshToken)
                .filter(bytes -> bytes.length == UNTAGGED_BYTES + TAG_BYTES && isTagged(bytes, key))
                .map(TokenId::ofBytes);
    }

    /** The record that this refresh token without a tag would belong to, if the service made it. */
    static Optional<TokenId> recordClaimedBy(TokenValue refreshToken) {
        if (!TokenHash.isValid(refreshToken.value())) {
            return Optional.empty();
        }
        return decoded(refreshToken)
                .map(TokenId::ofBytes)
                .filter(id -> id.value().version() == 7);
    }

    /** The refresh token that follows this one, so that a retry can be answered without storing a token. */
    static TokenValue refreshAfter(TokenValue used, TokenId id, Secret key) {
        return refresh(id, secretAfter(used, key), key);
    }

    /** The one that followed it when refresh tokens had no tag. */
    static TokenValue untaggedRefreshAfter(TokenValue used, TokenId id, Secret key) {
        return TokenValue.of(untagged(id, secretAfter(used, key)));
    }

    /** The access token that is given for this refresh token, likewise. */
    static TokenValue accessAfter(TokenValue used, Secret key) {
        return access(derive("access", used, key));
    }

    private static byte[] untagged(TokenId id, byte[] secret) {
        return ByteBuffer.allocate(UNTAGGED_BYTES)
                .put(id.bytes())
                .put(exactly(REFRESH_BYTES, secret))
                .array();
    }

    private static Optional<byte[]> decoded(TokenValue refreshToken) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(refreshToken.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isTagged(byte[] bytes, Secret key) {
        byte[] untagged = Arrays.copyOf(bytes, UNTAGGED_BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, UNTAGGED_BYTES, UNTAGGED_BYTES + TAG_BYTES);
        return MessageDigest.isEqual(tag, tag(untagged, key));
    }

    private static byte[] tag(byte[] untagged, Secret key) {
        Mac mac = mac(key);
        mac.update("names:".getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(mac.doFinal(untagged), TAG_BYTES);
    }

    private static byte[] secretAfter(TokenValue used, Secret key) {
        return Arrays.copyOf(derive("refresh", used, key), REFRESH_BYTES);
    }

    private static byte[] derive(String purpose, TokenValue used, Secret key) {
        return mac(key).doFinal((purpose + ":" + used.value()).getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(Secret key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] exactly(int length, byte[] bytes) {
        if (bytes.length != length) {
            throw new IllegalArgumentException("a token takes " + length + " bytes here");
        }
        return bytes;
    }
}
