package dev.grantkeep.adapter.sql.reclaim;

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

// Found by ticket_expiry (expires_at) and authorization_code_expiry (expires_at), deleted by primary key (hash,
// service_id).
/** Tickets and authorization codes that are expired. */
final class ExpiredSteps {
    private static final String FIND_TICKETS = """
            select hash, service_id from ticket
            where expires_at <= ?
            order by expires_at
            limit ?
            for update skip locked
            """;
    private static final String DELETE_TICKET = "delete from ticket where hash = ? and service_id = ?";
    private static final String FIND_CODES = """
            select hash, service_id, client_id, subject from authorization_code
            where expires_at <= ?
            order by expires_at
            limit ?
            for update skip locked
            """;
    private static final String DELETE_CODE = "delete from authorization_code where hash = ? and service_id = ?";

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

    static int reclaim(Session session, Instant now, int limit) throws SQLException {
        int tickets = reclaimTickets(session, now, limit);
        return tickets + reclaimCodes(session, now, limit - tickets);
    }

    private static int reclaimTickets(Session session, Instant now, int limit) throws SQLException {
        List<ExpiredTicket> expired =
                session.all(FIND_TICKETS, to -> to.add(now).add(limit), ExpiredTicket::of);
        session.writeEach(
                DELETE_TICKET, expired, (to, ticket) -> to.add(ticket.hash()).add(ticket.service()));
        return expired.size();
    }

    private static int reclaimCodes(Session session, Instant now, int limit) throws SQLException {
        List<ExpiredCode> expired = session.all(FIND_CODES, to -> to.add(now).add(limit), ExpiredCode::of);
        session.writeEach(
                DELETE_CODE,
                expired,
                (to, code) -> to.add(code.hash()).add(code.grant().service()));
        EmptyGrantMarks.set(session, expired.stream().map(ExpiredCode::grant).toList());
        return expired.size();
    }
}
