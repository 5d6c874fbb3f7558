package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a row, each read once, from left to right: the order of the calls is that of the select list. */
public final class Row {
    private final ResultSet columns;
    private int last;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    public long number() throws SQLException {
        return columns.getLong(++last);
    }

    public @Nullable Long numberOrNull() throws SQLException {
        long number = columns.getLong(++last);
        return columns.wasNull() ? null : number;
    }

    public int integer() throws SQLException {
        return columns.getInt(++last);
    }

    public @Nullable Integer integerOrNull() throws SQLException {
        int number = columns.getInt(++last);
        return columns.wasNull() ? null : number;
    }

    public boolean flag() throws SQLException {
        return columns.getBoolean(++last);
    }

    public @Nullable String textOrNull() throws SQLException {
        return columns.getString(++last);
    }

    public String text() throws SQLException {
        return present(textOrNull());
    }

    public @Nullable Instant instantOrNull() throws SQLException {
        @Nullable OffsetDateTime value = columns.getObject(++last, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public Instant instant() throws SQLException {
        return present(instantOrNull());
    }

    public @Nullable TokenHash hashOrNull() throws SQLException {
        byte @Nullable [] bytes = columns.getBytes(++last);
        return bytes == null ? null : TokenHash.ofBytes(bytes);
    }

    public TokenHash hash() throws SQLException {
        return present(hashOrNull());
    }

    public @Nullable TokenId tokenIdOrNull() throws SQLException {
        @Nullable UUID value = columns.getObject(++last, UUID.class);
        return value == null ? null : new TokenId(value);
    }

    public @Nullable Subject subjectOrNull() throws SQLException {
        @Nullable String value = textOrNull();
        return value == null ? null : new Subject(value);
    }

    public Subject subject() throws SQLException {
        return present(subjectOrNull());
    }

    public @Nullable ScopeSet scopesOrNull() throws SQLException {
        @Nullable String value = textOrNull();
        return value == null ? null : ScopeSet.parse(value);
    }

    public ScopeSet scopes() throws SQLException {
        return present(scopesOrNull());
    }

    public ServiceId serviceId() throws SQLException {
        return new ServiceId(number());
    }

    public ClientId clientId() throws SQLException {
        return new ClientId(number());
    }

    public Version version() throws SQLException {
        return new Version(number());
    }

    public Generation generation() throws SQLException {
        return new Generation(number());
    }

    /** The numbers of an array; none if it is absent. */
    public List<Generation> generations() throws SQLException {
        @Nullable Array array = columns.getArray(++last);
        if (array == null) {
            return List.of();
        }
        return Arrays.stream((Object[]) array.getArray())
                .map(number -> new Generation(((Number) number).longValue()))
                .toList();
    }

    private <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, () -> "column " + last + " is null");
    }
}
