package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.event.EventWriting;
import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Event;
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
    private final EventWriting events;

    TokenRemoval(Database database, EventWriting events) {
        this.database = database;
        this.events = events;
    }

    boolean remove(ServiceId service, TokenId id, Event event) {
        return database.inTransaction(session -> remove(session, service, id, event));
    }

    private boolean remove(Session session, ServiceId service, TokenId id, Event event) throws SQLException {
        @Nullable
        Happened removed = session.first(
                LOCK,
                to -> to.add(id).add(service),
                row -> new Happened(event, service, row.clientId(), row.subjectOrNull(), id));
        if (removed == null) {
            return false;
        }
        session.write(DELETE, to -> to.add(id).add(service));
        EmptyGrantMarks.set(session, grants(removed));
        events.write(session, List.of(removed));
        return true;
    }

    /** One, or none if the token has no subject. */
    private static List<GrantKey> grants(Happened removed) {
        @Nullable ClientId client = removed.client();
        @Nullable Subject subject = removed.subject();
        return client == null || subject == null
                ? List.of()
                : List.of(new GrantKey(removed.service(), client, subject));
    }
}
