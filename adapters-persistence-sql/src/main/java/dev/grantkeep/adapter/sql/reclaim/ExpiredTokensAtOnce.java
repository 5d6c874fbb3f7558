package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.adapter.sql.reclaim.ExpiredTokens.Gone;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

// Found by token_purge (purge_at), deleted by their place in the table.
// Heads by grant_head_silent (service_id, subject, client_id), those of records cut short by their primary key.
/**
 * Finds and deletes a batch of expired records in one statement, which also tells the heads that have to be seen to
 * ({@link EmptyGrantMarks}): those that remember nothing, which may be empty now, and those that may still vouch for a
 * record because it was to live longer once. For PostgreSQL.
 *
 * <p>The instants are subqueries and the limit is a literal so that the statement is planned once and not at each
 * execution: PostgreSQL then counts on as many rows whatever the values are. To plan it took ten times as long as to
 * delete a row, because the planner looks for the least purge instant among those that are gone. The limits of one keep
 * it from reading all heads for a batch. Whether there is any that remembers nothing is asked first: where every head is
 * of a user's consent there is none, and to look for those of a batch took a quarter of the time. Its order has the index
 * answer.
 *
 * <p>Its transaction does not wait until the disk has it: what a crash brings back is expired and is removed again.
 */
final class ExpiredTokensAtOnce {
    private static final String REMOVE = """
            with expired as materialized (
                select ctid from token
                where purge_at >= (select cast(? as timestamp(3) with time zone))
                    and purge_at <= (select cast(? as timestamp(3) with time zone))
                order by purge_at
                limit %d
                for update skip locked
            ), gone as (
                delete from token t using expired e where t.ctid = e.ctid
                returning t.service_id, t.subject, t.client_id, t.purge_at, t.cut_short
            ), affected as (
                select g.* from (
                    select distinct service_id, client_id, subject from gone
                    where (
                        select service_id from grant_head
                        where latest_scopes is null
                        order by service_id, subject, client_id
                        limit 1) is not null
                ) g
                cross join lateral (
                    select 1 from grant_head h
                    where h.service_id = g.service_id and h.subject = g.subject and h.client_id = g.client_id
                        and h.latest_scopes is null
                    limit 1) silent
                union
                select g.* from (select distinct service_id, client_id, subject from gone where cut_short) g
                cross join lateral (
                    select 1 from grant_head h
                    where h.service_id = g.service_id and h.subject = g.subject and h.client_id = g.client_id
                        and h.token_until > current_timestamp
                    limit 1) vouching
            )
            select g.count, g.last, h.service_id, h.client_id, h.subject
            from (select count(*) as count, max(purge_at) as last from gone) g
            cross join (select set_config('synchronous_commit', 'off', true)) unhurried
            left join affected h on true
            """;

    /** What is gone, and one of the heads that are affected. */
    private record Found(Gone gone, @Nullable GrantKey head) {
        static Found of(Row row) throws SQLException {
            Gone gone = new Gone(row.integer(), row.instantOrNull());
            @Nullable Long service = row.numberOrNull();
            return new Found(gone, service == null ? null : headOf(new ServiceId(service), row));
        }

        private static GrantKey headOf(ServiceId service, Row row) throws SQLException {
            return new GrantKey(service, row.clientId(), row.subject());
        }
    }

    private ExpiredTokensAtOnce() {}

    static Gone remove(Session session, Instant from, Instant now, int limit) throws SQLException {
        List<Found> found =
                session.all(REMOVE.formatted(limit), to -> to.add(from).add(now), Found::of);
        EmptyGrantMarks.setAffected(
                session,
                found.stream().map(Found::head).filter(Objects::nonNull).toList());
        return found.get(0).gone();
    }
}
