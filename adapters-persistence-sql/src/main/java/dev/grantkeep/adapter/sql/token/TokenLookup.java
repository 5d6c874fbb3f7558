package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.sql.SQLException;

/**
 * The statements that find a token by one of its unique columns. Each takes that column's value and the service.
 *
 * @param find one row if the service exists, with or without a token
 * @param elsewhere one row if another service has such a token
 */
record TokenLookup(String find, String elsewhere) {
    private static final TokenLookup BY_ACCESS = by("access_hash");
    private static final TokenLookup BY_REFRESH = by("refresh_hash");
    private static final TokenLookup BY_REFRESH_ORIGIN = by("refresh_origin");
    private static final TokenLookup BY_ID = by("id");

    static TokenLookup of(TokenLocator locator) {
        return switch (locator) {
            case TokenLocator.ByAccess access -> BY_ACCESS;
            case TokenLocator.ByRefresh refresh -> BY_REFRESH;
            case TokenLocator.ByRefreshOrigin origin -> BY_REFRESH_ORIGIN;
            case TokenLocator.ById id -> BY_ID;
        };
    }

    static Parameters write(TokenLocator locator, Parameters to) throws SQLException {
        return switch (locator) {
            case TokenLocator.ByAccess(TokenHash hash) -> to.add(hash);
            case TokenLocator.ByRefresh(TokenHash hash) -> to.add(hash);
            case TokenLocator.ByRefreshOrigin(TokenHash hash) -> to.add(hash);
            case TokenLocator.ById(TokenId id) -> to.add(id);
        };
    }

    private static TokenLookup by(String column) {
        return new TokenLookup(find(column), elsewhere(column));
    }

    private static String find(String column) {
        return "select s.version, " + TokenRowMapper.COLUMNS + """
                 from service s
                left join token t on t.%s = ? and t.service_id = s.id
                left join grant_head h
                    on h.service_id = t.service_id and h.subject = t.subject and h.client_id = t.client_id
                left join client c on c.id = t.client_id and c.service_id = t.service_id and c.removed_at is null
                where s.id = ? and s.removed_at is null
                """.formatted(column);
    }

    private static String elsewhere(String column) {
        return """
                select 1 from token t
                join service s on s.id = t.service_id and s.removed_at is null
                where t.%s = ? and t.service_id <> ?
                limit 1
                """.formatted(column);
    }
}
