package dev.grantkeep.adapter.sql.jdbc;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.value.Generation;
import dev.grantkeep.domain.value.Version;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, from left to right, and how each kind of value is written. */
public final class Parameters {
    private static final int LEAST_TOGETHER = 16;

    private final PreparedStatement statement;
    private int last;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    /**
     * Some values for an array, filled up with the first of them. PostgreSQL takes an array that it does not know yet for
     * one of ten; for a shorter one it would make a plan of its own each time, which costs more than the look-ups.
     */
    public static <T> List<T> filled(Collection<T> some) {
        List<T> filled = new ArrayList<>(Math.max(some.size(), LEAST_TOGETHER));
        filled.addAll(some);
        while (filled.size() < LEAST_TOGETHER) {
            filled.add(filled.get(0));
        }
        return filled;
    }

    /** Starts from the left again, for the next execution of the batch. */
    void addBatch() throws SQLException {
        statement.addBatch();
        last = 0;
    }

    public Parameters add(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    public Parameters add(int value) throws SQLException {
        statement.setInt(++last, value);
        return this;
    }

    public Parameters add(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    public Parameters add(@Nullable Integer value) throws SQLException {
        if (value == null) {
            return addNull(Types.INTEGER);
        }
        return add(value.intValue());
    }

    public Parameters add(@Nullable Instant value) throws SQLException {
        if (value == null) {
            return addNull(Types.TIMESTAMP_WITH_TIMEZONE);
        }
        statement.setObject(++last, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    public Parameters add(@Nullable TokenHash value) throws SQLException {
        if (value == null) {
            return addNull(Types.VARBINARY);
        }
        statement.setBytes(++last, value.bytes());
        return this;
    }

    public Parameters add(@Nullable Generation value) throws SQLException {
        return value == null ? addNull(Types.BIGINT) : add(value.value());
    }

    public Parameters add(@Nullable TokenId value) throws SQLException {
        if (value == null) {
            return addNull(Types.OTHER);
        }
        statement.setObject(++last, value.value());
        return this;
    }

    public Parameters add(Collection<TokenId> values) throws SQLException {
        UUID[] ids = values.stream().map(TokenId::value).toArray(UUID[]::new);
        statement.setArray(++last, statement.getConnection().createArrayOf("uuid", ids));
        return this;
    }

    public Parameters addHashes(Collection<TokenHash> values) throws SQLException {
        byte[][] hashes = new byte[values.size()][];
        int next = 0;
        for (TokenHash hash : values) {
            hashes[next++] = hash.bytes();
        }
        statement.setArray(++last, statement.getConnection().createArrayOf("bytea", hashes));
        return this;
    }

    public Parameters addNumbers(Collection<? extends @Nullable Long> values) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf("bigint", values.toArray(Long[]::new)));
        return this;
    }

    public Parameters addTexts(Collection<String> values) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf("varchar", values.toArray(String[]::new)));
        return this;
    }

    public Parameters addAll(Collection<Generation> values) throws SQLException {
        return addNumbers(values.stream().map(Generation::value).toList());
    }

    public Parameters add(@Nullable Subject value) throws SQLException {
        return add(value == null ? null : value.value());
    }

    public Parameters add(@Nullable ScopeSet value) throws SQLException {
        return add(value == null ? null : value.toString());
    }

    public Parameters add(ServiceId value) throws SQLException {
        return add(value.value());
    }

    public Parameters add(@Nullable ClientId value) throws SQLException {
        return value == null ? addNull(Types.BIGINT) : add(value.value());
    }

    public Parameters add(Version value) throws SQLException {
        return add(value.value());
    }

    /** The version that the stored state must have for the one of this version to replace it; none if it is the first. */
    public Parameters addPrevious(Version value) throws SQLException {
        return add(value.value() - 1);
    }

    private Parameters addNull(int type) throws SQLException {
        statement.setNull(++last, type);
        return this;
    }
}
