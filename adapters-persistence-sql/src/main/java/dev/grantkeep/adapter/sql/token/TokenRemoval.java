package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

// All by primary key: token (id, service_id), grant_head (service_id, subject, client_id).
/** Removes one token record, and marks its head, which may be empty now. */
@Singleton
final class TokenRemoval {
    private static final String LOCK =
            "select client_id, subject from token where id = ? and service_id = ? for update";
    private static final String DELETE = "delete from token where id = ? and service_id = ?";

    private final Database database;

    TokenRemoval(Database database) {
        this.database = database;
    }

    boolean remove(ServiceId service, TokenId id) {
        return database.inTransaction(session -> remove(session, service, id));
    }

    private static boolean remove(Session session, ServiceId service, TokenId id) throws SQLException {
        @Nullable
        List<GrantKey> grants = session.first(LOCK, to -> to.add(id).add(service), row -> readGrants(service, row));
        if (grants == null) {
            return false;
        }
        session.write(DELETE, to -> to.add(id).add(service));
        EmptyGrantMarks.set(session, grants);
        return true;
    }

    /** One, or none if the token has no subject. */
    private static List<GrantKey> readGrants(ServiceId service, Row row) throws SQLException {
        ClientId client = row.clientId();
        @Nullable Subject subject = row.subjectOrNull();
        return subject == null ? List.of() : List.of(new GrantKey(service, client, subject));
    }
}
