package dev.grantkeep.adapter.sql.reclaim;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

// Found by step_expiry (expires_at), deleted by the primary key (hash, service_id, …), those of a service at once; the
// same in the tables of the release before.
/** Steps that are expired. */
final class ExpiredSteps {
    /** A table, and what its grants are by. */
    private record Table(String find, String delete) {
        static Table of(String name, String grant) {
            return new Table("""
                    select hash, service_id, %s from %s
                    where expires_at <= ?
                    order by expires_at
                    limit ?
                    """.formatted(grant, name), """
                    delete from %1$s where service_id = ? and hash = any(array(
                        select hash from %1$s where service_id = ? and hash = any(?) for update skip locked))
                    """.formatted(name));
        }
    }

    private static final List<Table> TABLES = List.of(
            Table.of("step", "client_id, subject"),
            Table.of("authorization_code", "client_id, subject"),
            Table.of("ticket", "null, null"));

    private record Expired(
            TokenHash hash, ServiceId service, @Nullable GrantKey grant) {
        static Expired of(Row row) throws SQLException {
            TokenHash hash = row.hash();
            ServiceId service = row.serviceId();
            @Nullable Long client = row.numberOrNull();
            @Nullable Subject subject = row.subjectOrNull();
            return new Expired(
                    hash,
                    service,
                    client == null || subject == null ? null : new GrantKey(service, new ClientId(client), subject));
        }
    }

    private ExpiredSteps() {}

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        int deleted = 0;
        for (Table table : TABLES) {
            deleted += deleted < limit ? reclaim(session, table, now, limit - deleted) : 0;
        }
        return deleted;
    }

    private static int reclaim(Session session, Table table, Instant now, int limit) throws SQLException {
        List<Expired> expired = session.all(table.find(), to -> to.add(now).add(limit), Expired::of);
        int deleted = delete(
                session,
                table.delete(),
                expired.stream().collect(groupingBy(Expired::service, mapping(Expired::hash, toList()))));
        EmptyGrantMarks.set(
                session,
                expired.stream().map(Expired::grant).filter(Objects::nonNull).toList(),
                now);
        return deleted;
    }

    private static int delete(Session session, String sql, Map<ServiceId, List<TokenHash>> hashes) throws SQLException {
        return session.writeEach(
                sql,
                hashes.entrySet(),
                (to, ofService) ->
                        to.add(ofService.getKey()).add(ofService.getKey()).addHashes(ofService.getValue()));
    }
}
