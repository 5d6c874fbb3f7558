package dev.grantkeep.adapter.sql.reclaim;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.adapter.sql.reclaim.ExpiredTokens.Gone;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

// Found by token_purge (purge_at), deleted by primary key (id, service_id).
// Heads by grant_head_silent (service_id, subject, client_id), those of records cut short by their primary key.
/**
 * Finds a batch of expired records, and deletes those of each service in one statement, which also tells the heads that
 * have to be seen to ({@link EmptyGrantMarks}): those that remember nothing, which may be empty now, and those that may
 * still vouch for a record because it was to live longer once. For PostgreSQL. Where the table is distributed by service,
 * all services can be looked through at once, but rows can be locked and deleted in one at a time only; so what was found
 * is looked at again under its lock, and what another has locked is skipped.
 *
 * <p>The instants are subqueries and the limit is a literal so that the statements are planned once and not at each
 * execution: PostgreSQL then counts on as many rows whatever the values are. To plan it took ten times as long as to
 * delete a row, because the planner looks for the least purge instant among those that are gone. The limits of one keep
 * it from reading all heads for a batch. Whether there is any that remembers nothing is asked first: where every head is
 * of a user's consent there is none, and to look for those of a batch took a quarter of the time. Its order has the index
 * answer.
 *
 * <p>Its transaction does not wait until the disk has it: what a crash brings back is expired and is removed again.
 */
final class ExpiredTokensAtOnce {
    private static final String UNHURRIED = "select set_config('synchronous_commit', 'off', true)";
    private static final String FIND = """
            select service_id, id, purge_at from token
            where purge_at >= (select cast(? as timestamp(3) with time zone))
                and purge_at <= (select cast(? as timestamp(3) with time zone))
            order by purge_at
            limit %d
            """;
    private static final String REMOVE = """
            with gone as (
                delete from token
                where service_id = ? and id = any(array(
                    select id from token
                    where service_id = ? and id = any(?)
                        and purge_at <= (select cast(? as timestamp(3) with time zone))
                    for update skip locked))
                returning subject, client_id, cut_short
            ), affected as (
                select g.* from (
                    select distinct client_id, subject from gone
                    where (
                        select service_id from grant_head
                        where service_id = ? and latest_scopes is null
                        order by service_id, subject, client_id
                        limit 1) is not null
                ) g
                cross join lateral (
                    select 1 from grant_head h
                    where h.service_id = ? and h.subject = g.subject and h.client_id = g.client_id
                        and h.latest_scopes is null
                    limit 1) silent
                union
                select g.* from (select distinct client_id, subject from gone where cut_short) g
                cross join lateral (
                    select 1 from grant_head h
                    where h.service_id = ? and h.subject = g.subject and h.client_id = g.client_id
                        and h.token_until > (select cast(? as timestamp(3) with time zone))
                    limit 1) vouching
            )
            select g.count, h.client_id, h.subject
            from (select count(*) as count from gone) g
            left join affected h on true
            """;

    private record Expired(ServiceId service, TokenId id, Instant purgeAt) {
        static Expired of(Row row) throws SQLException {
            return new Expired(row.serviceId(), Objects.requireNonNull(row.tokenIdOrNull()), row.instant());
        }
    }

    /** How many records are gone, and one of the heads that are affected. */
    private record Removed(int count, @Nullable GrantKey head) {
        static Removed of(ServiceId service, Row row) throws SQLException {
            int count = row.integer();
            @Nullable Long client = row.numberOrNull();
            return new Removed(
                    count, client == null ? null : new GrantKey(service, new ClientId(client), row.subject()));
        }
    }

    private ExpiredTokensAtOnce() {}

    static Gone remove(Session session, Instant from, Instant now, int limit) throws SQLException {
        List<Expired> found =
                session.all(FIND.formatted(limit), to -> to.add(from).add(now), Expired::of);
        if (found.isEmpty()) {
            return Gone.NOTHING;
        }
        session.first(UNHURRIED, to -> {}, Row::text);
        int count = 0;
        List<GrantKey> heads = new ArrayList<>();
        for (Map.Entry<ServiceId, List<TokenId>> ofService : byService(found).entrySet()) {
            List<Removed> removed = remove(session, ofService.getKey(), ofService.getValue(), now);
            count += removed.get(0).count();
            removed.stream().map(Removed::head).filter(Objects::nonNull).forEach(heads::add);
        }
        EmptyGrantMarks.setAffected(session, heads);
        return new Gone(count, found.size(), found.get(found.size() - 1).purgeAt());
    }

    private static Map<ServiceId, List<TokenId>> byService(List<Expired> found) {
        return found.stream()
                .collect(Collectors.groupingBy(Expired::service, Collectors.mapping(Expired::id, Collectors.toList())));
    }

    /** At least one, for the number. */
    private static List<Removed> remove(Session session, ServiceId service, List<TokenId> ids, Instant now)
            throws SQLException {
        return session.all(
                REMOVE,
                to -> to.add(service)
                        .add(service)
                        .add(ids)
                        .add(now)
                        .add(service)
                        .add(service)
                        .add(service)
                        .add(now),
                row -> Removed.of(service, row));
    }
}
