package dev.grantkeep.domain.token;

import dev.grantkeep.domain.common.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The values of tokens that Grantkeep makes, each 43 characters of base64url. An access token is 32 random bytes. A
 * refresh token is the 16 bytes of its record's id and 16 secret bytes: so every value a record ever had names the
 * record, and the reuse of any of them is noticed (RFC 9700 section 4.14.2).
 */
public final class TokenValues {
    /** How many random bytes an access token takes. */
    public static final int ACCESS_BYTES = 32;

    /** How many random bytes a refresh token takes. */
    public static final int REFRESH_BYTES = 16;

    private TokenValues() {}

    /**
     * @param random {@link #ACCESS_BYTES} random bytes
     */
    public static TokenValue access(byte[] random) {
        return TokenValue.of(exactly(ACCESS_BYTES, random));
    }

    /**
     * @param random {@link #REFRESH_BYTES} random bytes
     */
    public static TokenValue refresh(TokenId id, byte[] random) {
        return TokenValue.of(ByteBuffer.allocate(32)
                .put(id.bytes())
                .put(exactly(REFRESH_BYTES, random))
                .array());
    }

    /** The record that this refresh token would name, if Grantkeep made it. */
    public static Optional<TokenId> recordNamedBy(TokenValue refreshToken) {
        if (!TokenHash.isValid(refreshToken.value())) {
            return Optional.empty();
        }
        TokenId id = TokenId.ofBytes(Base64.getUrlDecoder().decode(refreshToken.value()));
        return id.value().version() == 7 ? Optional.of(id) : Optional.empty();
    }

    /** The refresh token that follows this one, so that a retry can be answered without storing a token. */
    static TokenValue refreshAfter(TokenValue used, TokenId id, Secret derivationKey) {
        return refresh(id, Arrays.copyOf(derive("refresh", used, derivationKey), REFRESH_BYTES));
    }

    /** The access token that is given for this refresh token, likewise. */
    static TokenValue accessAfter(TokenValue used, Secret derivationKey) {
        return access(derive("access", used, derivationKey));
    }

    private static byte[] derive(String purpose, TokenValue used, Secret key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal((purpose + ":" + used.value()).getBytes(StandardCharsets.UTF_8));
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
