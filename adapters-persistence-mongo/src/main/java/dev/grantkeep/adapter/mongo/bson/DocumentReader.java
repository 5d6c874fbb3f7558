package dev.grantkeep.adapter.mongo.bson;

import dev.grantkeep.domain.scope.ScopeSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Reads a document that {@link DocumentWriter} built. */
public final class DocumentReader {
    private final Document document;

    public DocumentReader(Document document) {
        this.document = document;
    }

    public String text(String name) {
        return required(name, String.class);
    }

    public @Nullable String textOrNull(String name) {
        return document.getString(name);
    }

    public long number(String name) {
        return required(name, Long.class);
    }

    public @Nullable Long numberOrNull(String name) {
        return document.getLong(name);
    }

    public int integer(String name) {
        return required(name, Integer.class);
    }

    public @Nullable Integer integerOrNull(String name) {
        return document.getInteger(name);
    }

    /** False if it is absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(document.getBoolean(name));
    }

    public Instant instant(String name) {
        return required(name, Date.class).toInstant();
    }

    public @Nullable Instant instantOrNull(String name) {
        @Nullable Date date = document.getDate(name);
        return date == null ? null : date.toInstant();
    }

    public Binary binary(String name) {
        return required(name, Binary.class);
    }

    public @Nullable Binary binaryOrNull(String name) {
        return document.get(name, Binary.class);
    }

    public ScopeSet scopes(String name) {
        return ScopeSet.parse(text(name));
    }

    public @Nullable ScopeSet scopesOrNull(String name) {
        @Nullable String text = textOrNull(name);
        return text == null ? null : ScopeSet.parse(text);
    }

    public <E extends Enum<E>> E enumOf(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    /** Empty if it is absent. */
    public <T> List<T> list(String name, Class<T> type) {
        @Nullable List<T> values = document.getList(name, type);
        return values == null ? List.of() : values;
    }

    /** The members of a document within this one; empty if it is absent. */
    public Map<String, Object> tree(String name) {
        @Nullable Document part = document.get(name, Document.class);
        return part == null ? Map.of() : part;
    }

    public @Nullable DocumentReader partOrNull(String name) {
        @Nullable Document part = document.get(name, Document.class);
        return part == null ? null : new DocumentReader(part);
    }

    private <T> T required(String name, Class<T> type) {
        return Objects.requireNonNull(document.get(name, type), name);
    }
}
