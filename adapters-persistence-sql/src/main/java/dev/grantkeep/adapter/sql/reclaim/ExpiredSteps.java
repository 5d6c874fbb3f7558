package dev.grantkeep.adapter.sql.reclaim;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.grantkeep.adapter.sql.grant.EmptyGrantMarks;
import dev.grantkeep.adapter.sql.grant.GrantRowMapper;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.adapter.sql.jdbc.Session;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

// Found by ticket_expiry (expires_at) and authorization_code_expiry (expires_at), deleted by primary key (hash,
// service_id), those of a service at once.
/** Tickets and authorization codes that are expired. */
final class ExpiredSteps {
    private static final String FIND_TICKETS = """
            select hash, service_id from ticket
            where expires_at <= ?
            order by expires_at
            limit ?
            """;
    private static final String DELETE_TICKETS = delete("ticket");
    private static final String FIND_CODES = """
            select hash, service_id, client_id, subject from authorization_code
            where expires_at <= ?
            order by expires_at
            limit ?
            """;
    private static final String DELETE_CODES = delete("authorization_code");

    private record ExpiredTicket(TokenHash hash, ServiceId service) {
        static ExpiredTicket of(Row row) throws SQLException {
            return new ExpiredTicket(row.hash(), row.serviceId());
        }
    }

    private record ExpiredCode(TokenHash hash, GrantKey grant) {
        static ExpiredCode of(Row row) throws SQLException {
            return new ExpiredCode(row.hash(), GrantRowMapper.readKey(row));
        }
    }

    private ExpiredSteps() {}

    private static String delete(String table) {
        return """
                delete from %1$s where service_id = ? and hash = any(array(
                    select hash from %1$s where service_id = ? and hash = any(?) for update skip locked))
                """.formatted(table);
    }

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        int tickets = reclaimTickets(session, now, limit);
        return tickets + reclaimCodes(session, now, limit - tickets);
    }

    private static int reclaimTickets(Session session, Instant now, int limit) throws SQLException {
        List<ExpiredTicket> expired =
                session.all(FIND_TICKETS, to -> to.add(now).add(limit), ExpiredTicket::of);
        return delete(
                session,
                DELETE_TICKETS,
                expired.stream().collect(groupingBy(ExpiredTicket::service, mapping(ExpiredTicket::hash, toList()))));
    }

    private static int reclaimCodes(Session session, Instant now, int limit) throws SQLException {
        List<ExpiredCode> expired = session.all(FIND_CODES, to -> to.add(now).add(limit), ExpiredCode::of);
        int deleted = delete(
                session,
                DELETE_CODES,
                expired.stream()
                        .collect(groupingBy(code -> code.grant().service(), mapping(ExpiredCode::hash, toList()))));
        EmptyGrantMarks.set(session, expired.stream().map(ExpiredCode::grant).toList(), now);
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
