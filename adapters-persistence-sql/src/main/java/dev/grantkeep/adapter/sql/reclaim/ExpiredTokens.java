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
/**
 * Token records whose purge instant has passed. A batch begins where the one before it ended, because the index still has
 * the entries of those that are gone; after the last one, it begins at the beginning again, for what was locked or came
 * late.
 */
final class ExpiredTokens {
    private static final String FIND = """
            select id, service_id, client_id, subject, purge_at from token
            where purge_at >= ? and purge_at <= ?
            order by purge_at
            limit ?
            for update skip locked
            """;
    private static final String DELETE = "delete from token where id = any(?) and service_id = ?";

    private static final Instant BEGINNING = Instant.EPOCH;

    /** Where the next batch begins. A wrong place costs time and loses nothing. */
    private volatile Instant from = BEGINNING;

    private record Expired(
            TokenId id, ServiceId service, @Nullable GrantKey grant, Instant purgeAt) {
        static Expired of(Row row) throws SQLException {
            TokenId id = Objects.requireNonNull(row.tokenIdOrNull());
            ServiceId service = row.serviceId();
            ClientId client = row.clientId();
            @Nullable Subject subject = row.subjectOrNull();
            @Nullable GrantKey grant = subject == null ? null : new GrantKey(service, client, subject);
            return new Expired(id, service, grant, row.instant());
        }
    }

    int reclaim(Session session, Instant now, int limit) throws SQLException {
        List<Expired> expired = find(session, now, limit);
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

    private List<Expired> find(Session session, Instant now, int limit) throws SQLException {
        Instant begin = from;
        List<Expired> found = session.all(FIND, to -> to.add(begin).add(now).add(limit), Expired::of);
        from = found.size() < limit ? BEGINNING : found.get(found.size() - 1).purgeAt();
        return found.isEmpty() && !begin.equals(BEGINNING) ? find(session, now, limit) : found;
    }
}
