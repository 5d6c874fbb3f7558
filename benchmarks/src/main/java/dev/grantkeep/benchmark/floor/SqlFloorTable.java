package dev.grantkeep.benchmark.floor;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The statements in SQL, each a transaction of its own. */
@Singleton
@Requires(env = "sql")
final class SqlFloorTable implements FloorTable {
    private static final String FIND = "select expires_at, client_id, subject, scopes from floor_token where hash = ?";
    private static final String ADD =
            "insert into floor_token (expires_at, client_id, hash, subject, scopes) values (?, ?, ?, ?, ?)";
    private static final String FIND_REFRESH =
            "select expires_at, client_id, subject, scopes from floor_refresh where hash = ?";
    private static final String ROTATE =
            "update floor_refresh set hash = ?, access_hash = ?, expires_at = ? where hash = ?";

    private final DataSource pool;

    SqlFloorTable(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public @Nullable Token find(byte[] hash) {
        return first(FIND, hash);
    }

    @Override
    public @Nullable Token findRefresh(byte[] hash) {
        return first(FIND_REFRESH, hash);
    }

    @Override
    public void add(byte[] hash, Token token) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, token.expiresAt());
            statement.setLong(2, token.clientId());
            statement.setBytes(3, hash);
            statement.setString(4, token.subject());
            statement.setString(5, token.scopes());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean rotate(byte[] oldHash, byte[] newHash, byte[] newAccessHash, long expiresAt) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROTATE)) {
            statement.setBytes(1, newHash);
            statement.setBytes(2, newAccessHash);
            statement.setLong(3, expiresAt);
            statement.setBytes(4, oldHash);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private @Nullable Token first(String sql, byte[] hash) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? read(rows) : null;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("PostgreSQL cannot answer", e);
    }

    private static Token read(ResultSet row) throws SQLException {
        return new Token(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4));
    }
}
