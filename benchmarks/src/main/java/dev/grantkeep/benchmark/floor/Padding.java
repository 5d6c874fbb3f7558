package dev.grantkeep.benchmark.floor;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes the answers of one kind as long as they shall be; how much is missing is found out at the first one. */
final class Padding {
    private final ObjectMapper mapper;
    private final int bytes;
    private volatile @Nullable String text;

    Padding(ObjectMapper mapper, int bytes) {
        this.mapper = mapper;
        this.bytes = bytes;
    }

    TokenAnswer pad(TokenAnswer answer) {
        String known = text;
        if (known == null) {
            known = "x".repeat(Math.max(0, bytes - sizeOf(answer)));
            text = known;
        }
        return answer.padded(known);
    }

    private int sizeOf(TokenAnswer answer) {
        try {
            return mapper.writeValueAsBytes(answer.padded("x")).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
