package dev.grantkeep.benchmark.mongo;

import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/** How the values of the benchmarks' tokens follow from the name of a shape and a number, or from an id. */
final class Values {
    private Values() {}

    /** A UUID of version 7 of this instant. */
    static TokenId id(String shape, long i, Instant createdAt) {
        return TokenId.create(createdAt, Arrays.copyOf(sha256(bytes(shape + i)), 10));
    }

    /** A refresh token in the form of Grantkeep's that have no tag; its secret bytes follow from the id. */
    static TokenValue refresh(TokenId id) {
        return TokenValue.of(ByteBuffer.allocate(32)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .put(sha256(bytes(id.toString())), 0, 16)
                .array());
    }

    /** A generation of a head. */
    static long generation(String shape, long pair) {
        return ByteBuffer.wrap(sha256(bytes(shape + "-" + pair))).getLong();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
