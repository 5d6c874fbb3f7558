package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

// Found by token_purge (purge_at), deleted by primary key (id, service_id).
/** Token records whose purge instant has passed. */
final class ExpiredTokens {
    private static final String FIND = """
            select id, service_id, client_id, subject from token
            where purge_at <= ?
            order by purge_at
            limit ?
            for update skip locked
            """;
    private static final String DELETE = "delete from token where id = any(?) and service_id = ?";

    private record Expired(
            TokenId id, ServiceId service, @Nullable GrantKey grant) {
        static Expired of(Row row) throws SQLException {
            TokenId id = Objects.requireNonNull(row.tokenIdOrNull());
            ServiceId service = row.serviceId();
            ClientId client = row.clientId();
            @Nullable Subject subject = row.subjectOrNull();
            return new Expired(id, service, subject == null ? null : new GrantKey(service, client, subject));
        }
    }

    private ExpiredTokens() {}

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        List<Expired> expired = session.all(FIND, to -> to.add(now).add(limit), Expired::of);
        Map<ServiceId, List<TokenId>> idsByService = expired.stream()
                .collect(Collectors.groupingBy(Expired::service, Collectors.mapping(Expired::id, Collectors.toList())));
        session.writeEach(
                DELETE,
                idsByService.entrySet(),
                (to, ids) -> to.add(ids.getValue()).add(ids.getKey()));
        EmptyGrantMarks.set(
                session,
                expired.stream().map(Expired::grant).filter(Objects::nonNull).toList());
        return expired.size();
    }
}
