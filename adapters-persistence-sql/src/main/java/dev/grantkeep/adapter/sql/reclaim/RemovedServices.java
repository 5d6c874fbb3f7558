package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Services by service_marked (purge_marked_at) and their primary key, clients and events by an index that begins with
// service_id.
/**
 * What removed services have left behind; one service in a batch. Its clients are removed, and what is theirs is left
 * to CutOffClients. When a batch finds nothing of it any more, all that is kept of the service is its id.
 */
final class RemovedServices {
    private static final String FIND = """
            select id from service
            where purge_marked_at is not null
            order by purge_marked_at
            limit ?
            """;
    private static final String LOCK =
            "select id from service where id = ? and purge_marked_at is not null for update skip locked";
    private static final String REMOVE_CLIENTS = """
            update client set removed_at = ?, purge_marked_at = ?, alias = null, seat = null
            where service_id = ? and id = any(array(
                select id from client where service_id = ? and removed_at is null limit ? for update skip locked))
            """;
    /** All but the last, that it is removed. */
    private static final String DELETE_EVENTS = """
            delete from event where service_id = ? and id = any(array(
                select id from event where service_id = ? and kind <> ? order by id limit ?))
            """;

    private static final String FINISH = """
            update service
            set purge_marked_at = null, secret = '', secret_hash = '', derivation_key = '', settings = '', opaque = ''
            where id = ? and not exists (
                select 1 from client c where c.service_id = service.id and c.removed_at is null)
            """;

    private RemovedServices() {}

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        @Nullable ServiceId service = lockOne(session);
        if (service == null) {
            return 0;
        }
        int removed = session.write(
                REMOVE_CLIENTS,
                to -> to.add(now).add(now).add(service).add(service).add(limit));
        int deleted = removed > 0 ? removed : deleteEvents(session, service, limit);
        return deleted > 0 ? deleted : session.write(FINISH, to -> to.add(service));
    }

    private static int deleteEvents(Session session, ServiceId service, int limit) throws SQLException {
        return session.write(
                DELETE_EVENTS,
                to -> to.add(service)
                        .add(service)
                        .add(Event.Kind.SERVICE_REMOVED.number())
                        .add(limit));
    }

    /** One that no other node works at; null if there is none among the first. */
    private static @Nullable ServiceId lockOne(Session session) throws SQLException {
        for (ServiceId found : session.all(FIND, to -> to.add(Batch.CANDIDATES), Row::serviceId)) {
            @Nullable ServiceId locked = session.first(LOCK, to -> to.add(found), Row::serviceId);
            if (locked != null) {
                return locked;
            }
        }
        return null;
    }
}
