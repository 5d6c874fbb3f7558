package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.token.TokenStatus;
import java.sql.SQLException;

/** The statement of a selection of tokens. */
final class TokenSelection {
    /** Tokens, with or without a subject, of the clients of a service. */
    static final String OF_CLIENTS = """
             from service s
            join client c on c.service_id = s.id and c.removed_at is null
            join token t on t.client_id = c.id and t.client_generation = c.generation
            left join grant_head h
                on h.service_id = t.service_id and h.subject = t.subject and h.client_id = t.client_id
            """;
    /** Completes {@link #OF_CLIENTS}; the parameters are the service, twice. */
    static final String NOT_REVOKED = " where (t.generation is null or t.generation = h.generation)"
            + " and t.service_id = ? and s.id = ? and s.removed_at is null";

    /** Tokens of a subject that are not revoked; the parameters are the service, twice, and the subject. */
    private static final String OF_SUBJECT = """
             from service s
            join grant_head h on h.service_id = s.id
            join client c on c.id = h.client_id and c.service_id = s.id and c.removed_at is null
            join token t on t.client_id = c.id and t.client_generation = c.generation
                and t.subject = h.subject and t.generation = h.generation
            where t.service_id = ? and s.id = ? and s.removed_at is null and h.subject = ?
            """;

    private TokenSelection() {}

    /** Has the parameters of {@link #write}, then limit and offset, then the service. */
    static String page(Selection selection) {
        return "select p.total, " + TokenRowMapper.COLUMNS
                + " from (select t.id, count(*) over () as total"
                + (selection.subject() == null ? OF_CLIENTS + NOT_REVOKED : OF_SUBJECT)
                + (selection.client() == null ? "" : " and c.id = ?")
                + condition(selection.status())
                + """
                 order by t.id limit ? offset ?) p
                join token t on t.id = p.id and t.service_id = ?
                left join grant_head h
                    on h.service_id = t.service_id and h.subject = t.subject and h.client_id = t.client_id
                left join client c on c.id = t.client_id and c.service_id = t.service_id
                order by t.id
                """;
    }

    private static String condition(TokenStatus status) {
        return switch (status) {
            case ALL -> "";
            case VALID -> " and t.access_expires_at > ?";
            case INVALID -> " and t.access_expires_at <= ?";
        };
    }

    static void write(Selection selection, Parameters to) throws SQLException {
        to.add(selection.service()).add(selection.service());
        if (selection.subject() != null) {
            to.add(selection.subject());
        }
        if (selection.client() != null) {
            to.add(selection.client());
        }
        if (selection.status() != TokenStatus.ALL) {
            to.add(selection.now());
        }
    }
}
