package dev.grantkeep.adapter.sql.json;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Writes documents to the text of a column and reads them from it. */
@Singleton
public final class Json {
    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    public String write(Object document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a column", e);
        }
    }

    public <T> T read(String text, Class<T> type) {
        try {
            return Objects.requireNonNull(mapper.readValue(text, type), "the column holds a JSON null");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a column", e);
        }
    }
}
