package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Generation;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Clients by client_marked (purge_marked_at) and their primary key, tokens by token_pair (service_id, client_id,
// client_generation, …), steps by step_owner (client_id, …), heads by grant_head_client (client_id).
/**
 * What clients with a new generation, or removed ones, have left behind; one client in a batch. When a batch finds
 * nothing of it any more, the client's mark goes, or the client itself if it was removed.
 */
final class CutOffClients {
    private static final String FIND = """
            select id, service_id from client
            where purge_marked_at is not null
            order by purge_marked_at
            limit ?
            """;
    private static final String LOCK = """
            select id, service_id, generation, removed_at is not null from client
            where id = ? and service_id = ? and purge_marked_at is not null
            for update skip locked
            """;
    private static final String UNMARK = "update client set purge_marked_at = null where id = ? and service_id = ?";
    private static final String DELETE_CLIENT = "delete from client where id = ? and service_id = ?";

    private static final String DELETE_TOKENS = deleteTokens("");
    /** Not one statement with {@code <>}, which would read the current tokens too. */
    private static final String DELETE_LOWER_TOKENS = deleteTokens("and client_generation < ?");

    private static final String DELETE_HIGHER_TOKENS = deleteTokens("and client_generation > ?");
    private static final String DELETE_STEPS = deleteSteps("");
    private static final String DELETE_OLD_STEPS = deleteSteps("and client_generation <> ?");
    private static final String DELETE_HEADS = """
            delete from grant_head where service_id = ? and client_id = ? and subject = any(array(
                select subject from grant_head where service_id = ? and client_id = ? limit ? for update skip locked))
            """;

    private record Found(ClientId id, ServiceId service) {
        static Found of(Row row) throws SQLException {
            return new Found(row.clientId(), row.serviceId());
        }
    }

    private record Marked(ClientId id, ServiceId service, Generation generation, boolean removed) {
        static Marked of(Row row) throws SQLException {
            return new Marked(row.clientId(), row.serviceId(), row.generation(), row.flag());
        }
    }

    private CutOffClients() {}

    private static String deleteTokens(String condition) {
        return """
                delete from token where service_id = ? and id = any(array(
                    select id from token where service_id = ? and client_id = ? %s limit ? for update skip locked))
                """.formatted(condition);
    }

    private static String deleteSteps(String condition) {
        return """
                delete from step where service_id = ? and hash = any(array(
                    select hash from step where service_id = ? and client_id = ? %s limit ? for update skip locked))
                """.formatted(condition);
    }

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        @Nullable Marked client = lockOne(session);
        if (client == null) {
            return 0;
        }
        int deleted = client.removed() ? deleteAll(session, client, limit) : deleteOld(session, client, limit);
        return deleted > 0 ? deleted : finish(session, client);
    }

    /** One that no other node works at; null if there is none among the first. */
    private static @Nullable Marked lockOne(Session session) throws SQLException {
        for (Found found : session.all(FIND, to -> to.add(Batch.CANDIDATES), Found::of)) {
            @Nullable
            Marked locked = session.first(LOCK, to -> to.add(found.id()).add(found.service()), Marked::of);
            if (locked != null) {
                return locked;
            }
        }
        return null;
    }

    private static int deleteAll(Session session, Marked client, int limit) throws SQLException {
        return delete(session, DELETE_TOKENS, client, limit)
                + delete(session, DELETE_STEPS, client, limit)
                + session.write(
                        DELETE_HEADS,
                        to -> to.add(client.service())
                                .add(client.id())
                                .add(client.service())
                                .add(client.id())
                                .add(limit));
    }

    private static int deleteOld(Session session, Marked client, int limit) throws SQLException {
        return deleteOld(session, DELETE_LOWER_TOKENS, client, limit)
                + deleteOld(session, DELETE_HIGHER_TOKENS, client, limit)
                + deleteOld(session, DELETE_OLD_STEPS, client, limit);
    }

    private static int delete(Session session, String sql, Marked client, int limit) throws SQLException {
        return session.write(
                sql,
                to -> to.add(client.service())
                        .add(client.service())
                        .add(client.id())
                        .add(limit));
    }

    private static int deleteOld(Session session, String sql, Marked client, int limit) throws SQLException {
        return session.write(
                sql,
                to -> to.add(client.service())
                        .add(client.service())
                        .add(client.id())
                        .add(client.generation())
                        .add(limit));
    }

    private static int finish(Session session, Marked client) throws SQLException {
        return session.write(
                client.removed() ? DELETE_CLIENT : UNMARK,
                to -> to.add(client.id()).add(client.service()));
    }
}
