package dev.grantkeep.domain.token;

import dev.grantkeep.domain.value.Secret;
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
 * The values of tokens that Grantkeep makes: 48 bytes, in base64url 64 characters. They are the 16 bytes of the record's id,
 * 16 secret bytes, and a tag of 16 bytes, which only the service can make of these. So every value that a record ever had
 * names the record: the reuse of a refresh token is noticed (RFC 9700 section 4.14.2), and a client that holds an access
 * token of before can still log out by it (RFC 7009). A value that somebody made up from a record's id names none. The tags
 * of access tokens and of refresh tokens differ, so that neither passes for the other.
 *
 * <p>Both were 32 bytes once, without the tag. They are good as long as they are current; after that they cannot be told
 * from ones that were made up, unless the record remembers them.
 */
public final class TokenValues {
    /** How many random bytes a token takes. */
    public static final int SECRET_BYTES = 16;

    private static final int UNTAGGED_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int TAGGED_LENGTH = 64;
    private static final String ACCESS = "names, as an access token:";
    private static final String REFRESH = "names:";
    private static final String HMAC = "HmacSHA256";

    private TokenValues() {}

    /**
     * @param random {@link #SECRET_BYTES} random bytes
     * @param key the service's derivation key
     */
    public static TokenValue access(TokenId id, byte[] random, Secret key) {
        return tagged(ACCESS, untagged(id, random), key);
    }

    /**
     * @param random {@link #SECRET_BYTES} random bytes
     * @param key the service's derivation key
     */
    public static TokenValue refresh(TokenId id, byte[] random, Secret key) {
        return tagged(REFRESH, untagged(id, random), key);
    }

    /** The record that this access token names: the service made it for that record, if for any. */
    static Optional<TokenId> recordNamedByAccess(TokenValue accessToken, Secret key) {
        return recordNamedBy(ACCESS, accessToken, key);
    }

    /** The record that this refresh token names: the service made it for that record, if for any. */
    static Optional<TokenId> recordNamedBy(TokenValue refreshToken, Secret key) {
        return recordNamedBy(REFRESH, refreshToken, key);
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
    static TokenValue accessAfter(TokenValue used, TokenId id, Secret key) {
        return access(id, Arrays.copyOf(derive("access", used, key), SECRET_BYTES), key);
    }

    private static Optional<TokenId> recordNamedBy(String label, TokenValue value, Secret key) {
        if (value.value().length() != TAGGED_LENGTH) {
            return Optional.empty();
        }
        return decoded(value)
                .filter(bytes -> bytes.length == UNTAGGED_BYTES + TAG_BYTES && isTagged(label, bytes, key))
                .map(TokenId::ofBytes);
    }

    private static TokenValue tagged(String label, byte[] untagged, Secret key) {
        return TokenValue.of(ByteBuffer.allocate(UNTAGGED_BYTES + TAG_BYTES)
                .put(untagged)
                .put(tag(label, untagged, key))
                .array());
    }

    private static byte[] untagged(TokenId id, byte[] secret) {
        return ByteBuffer.allocate(UNTAGGED_BYTES)
                .put(id.bytes())
                .put(exactly(SECRET_BYTES, secret))
                .array();
    }

    private static Optional<byte[]> decoded(TokenValue value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isTagged(String label, byte[] bytes, Secret key) {
        byte[] untagged = Arrays.copyOf(bytes, UNTAGGED_BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, UNTAGGED_BYTES, UNTAGGED_BYTES + TAG_BYTES);
        return MessageDigest.isEqual(tag, tag(label, untagged, key));
    }

    private static byte[] tag(String label, byte[] untagged, Secret key) {
        Mac mac = mac(key);
        mac.update(label.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(mac.doFinal(untagged), TAG_BYTES);
    }

    private static byte[] secretAfter(TokenValue used, Secret key) {
        return Arrays.copyOf(derive("refresh", used, key), SECRET_BYTES);
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
