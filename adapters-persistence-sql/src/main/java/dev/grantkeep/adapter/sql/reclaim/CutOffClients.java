package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.common.Generation;
import dev.grantkeep.domain.service.ServiceId;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

// Clients by client_marked (purge_marked_at) and their primary key, tokens by token_pair (client_id, client_generation,
// …), codes by authorization_code_pair (client_id, …), heads by grant_head_client (client_id).
/**
 * What clients with a new generation, or removed ones, have left behind; one client in a batch. When a batch finds
 * nothing of it any more, the client's mark goes, or the client itself if it was removed.
 */
final class CutOffClients {
    private static final String FIND = """
            select id, service_id, generation, removed_at is not null from client
            where purge_marked_at is not null
            order by purge_marked_at
            limit 1
            for update skip locked
            """;
    private static final String UNMARK = "update client set purge_marked_at = null where id = ?";
    private static final String DELETE_CLIENT = "delete from client where id = ?";

    private static final String DELETE_TOKENS = deleteTokens("");
    /** Not one statement with {@code <>}, which would read the current tokens too. */
    private static final String DELETE_LOWER_TOKENS = deleteTokens("and client_generation < ?");

    private static final String DELETE_HIGHER_TOKENS = deleteTokens("and client_generation > ?");
    private static final String DELETE_CODES = deleteCodes("");
    private static final String DELETE_OLD_CODES = deleteCodes("and client_generation <> ?");
    private static final String DELETE_HEADS = """
            delete from grant_head where service_id = ? and client_id = ? and subject = any(array(
                select subject from grant_head where client_id = ? limit ? for update skip locked))
            """;

    private record Marked(ClientId id, ServiceId service, Generation generation, boolean removed) {
        static Marked of(Row row) throws SQLException {
            return new Marked(row.clientId(), row.serviceId(), row.generation(), row.flag());
        }
    }

    private CutOffClients() {}

    private static String deleteTokens(String condition) {
        return """
                delete from token where service_id = ? and id = any(array(
                    select id from token where client_id = ? %s limit ? for update skip locked))
                """.formatted(condition);
    }

    private static String deleteCodes(String condition) {
        return """
                delete from authorization_code where service_id = ? and hash = any(array(
                    select hash from authorization_code where client_id = ? %s limit ? for update skip locked))
                """.formatted(condition);
    }

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        @Nullable Marked client = session.first(FIND, to -> {}, Marked::of);
        if (client == null) {
            return 0;
        }
        int deleted = client.removed() ? deleteAll(session, client, limit) : deleteOld(session, client, limit);
        return deleted > 0 ? deleted : finish(session, client);
    }

    private static int deleteAll(Session session, Marked client, int limit) throws SQLException {
        return delete(session, DELETE_TOKENS, client, limit)
                + delete(session, DELETE_CODES, client, limit)
                + session.write(
                        DELETE_HEADS,
                        to -> to.add(client.service())
                                .add(client.id())
                                .add(client.id())
                                .add(limit));
    }

    private static int deleteOld(Session session, Marked client, int limit) throws SQLException {
        return deleteOld(session, DELETE_LOWER_TOKENS, client, limit)
                + deleteOld(session, DELETE_HIGHER_TOKENS, client, limit)
                + deleteOld(session, DELETE_OLD_CODES, client, limit);
    }

    private static int delete(Session session, String sql, Marked client, int limit) throws SQLException {
        return session.write(
                sql, to -> to.add(client.service()).add(client.id()).add(limit));
    }

    private static int deleteOld(Session session, String sql, Marked client, int limit) throws SQLException {
        return session.write(
                sql,
                to -> to.add(client.service())
                        .add(client.id())
                        .add(client.generation())
                        .add(limit));
    }

    private static int finish(Session session, Marked client) throws SQLException {
        return session.write(client.removed() ? DELETE_CLIENT : UNMARK, to -> to.add(client.id()));
    }
}
