package dev.grantkeep.benchmark.floor;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The floor's statements, each a transaction of its own. */
@Singleton
final class FloorTable {
    private static final String FIND = "select expires_at, client_id, subject, scopes from floor_token where hash = ?";
    private static final String ADD =
            "insert into floor_token (expires_at, client_id, hash, subject, scopes) values (?, ?, ?, ?, ?)";
    private static final String FIND_REFRESH =
            "select expires_at, client_id, subject, scopes from floor_refresh where hash = ?";
    private static final String ROTATE =
            "update floor_refresh set hash = ?, access_hash = ?, expires_at = ? where hash = ?";

    private final DataSource pool;

    FloorTable(DataSource pool) {
        this.pool = pool;
    }

    /** A row of either table. */
    record Token(long expiresAt, long clientId, @Nullable String subject, String scopes) {}

    @Nullable
    Token find(byte[] hash) throws SQLException {
        return first(FIND, hash);
    }

    @Nullable
    Token findRefresh(byte[] hash) throws SQLException {
        return first(FIND_REFRESH, hash);
    }

    void add(byte[] hash, Token token) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, token.expiresAt());
            statement.setLong(2, token.clientId());
            statement.setBytes(3, hash);
            statement.setString(4, token.subject());
            statement.setString(5, token.scopes());
            statement.executeUpdate();
        }
    }

    /** Whether the old hash was still there. */
    boolean rotate(byte[] oldHash, byte[] newHash, byte[] newAccessHash, long expiresAt) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROTATE)) {
            statement.setBytes(1, newHash);
            statement.setBytes(2, newAccessHash);
            statement.setLong(3, expiresAt);
            statement.setBytes(4, oldHash);
            return statement.executeUpdate() == 1;
        }
    }

    private @Nullable Token first(String sql, byte[] hash) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? read(rows) : null;
            }
        }
    }

    private static Token read(ResultSet row) throws SQLException {
        return new Token(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
    }
}
