package dev.grantkeep.domain.token;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** The id of a token record: a UUID of version 7 (RFC 9562), so ids ascend in the order of creation. */
public record TokenId(UUID value) implements Comparable<TokenId> {
    /**
     * @param random 10 bytes of randomness
     */
    public static TokenId create(Instant now, byte[] random) {
        if (random.length != 10) {
            throw new IllegalArgumentException("a token id takes 10 random bytes");
        }
        ByteBuffer bytes = ByteBuffer.wrap(random);
        long high = (now.toEpochMilli() << 16) | 0x7000L | (bytes.getShort() & 0x0FFFL);
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new TokenId(new UUID(high, low));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    static TokenId ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new TokenId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** Unsigned, as databases order UUIDs. */
    @Override
    public int compareTo(TokenId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
