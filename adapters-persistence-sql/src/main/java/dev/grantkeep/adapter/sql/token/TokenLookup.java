package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.sql.SQLException;
import java.util.List;

/** A unique column that finds a token, and the statements that do. */
enum TokenLookup {
    BY_ACCESS("access_hash", "bytea"),
    BY_REFRESH("refresh_hash", "bytea"),
    BY_REFRESH_ORIGIN("refresh_origin", "bytea"),
    BY_ID("id", "uuid");

    /** Constants of an enum are made before its fields: the text has to be a constant of the compiler. */
    private static final String HEAD_AND_CLIENT = """
            left join grant_head h
                on h.service_id = t.service_id and h.subject = t.subject and h.client_id = t.client_id
            left join client c on c.id = t.client_id and c.service_id = t.service_id and c.removed_at is null
            """;

    private final String find;
    private final String findEach;
    private final String elsewhere;

    TokenLookup(String column, String type) {
        find = find(column);
        findEach = findEach(column, type);
        elsewhere = elsewhere(column);
    }

    static TokenLookup of(TokenLocator locator) {
        return switch (locator) {
            case TokenLocator.ByAccess access -> BY_ACCESS;
            case TokenLocator.ByRefresh refresh -> BY_REFRESH;
            case TokenLocator.ByRefreshOrigin origin -> BY_REFRESH_ORIGIN;
            case TokenLocator.ById id -> BY_ID;
        };
    }

    /** The parameters are the column's value and the service; one row if the service exists, with or without a token. */
    String find() {
        return find;
    }

    /**
     * The parameters are an array of values and one of services; a row for each that has a service, which begins with
     * its place.
     */
    String findEach() {
        return findEach;
    }

    /** The parameters are as for {@link #find}; one row if another service has such a token. */
    String elsewhere() {
        return elsewhere;
    }

    static Parameters write(TokenLocator locator, Parameters to) throws SQLException {
        return switch (locator) {
            case TokenLocator.ById(TokenId id) -> to.add(id);
            default -> to.add(hashOf(locator));
        };
    }

    /** Those of one kind. */
    static Parameters writeAll(List<TokenLocator> locators, Parameters to) throws SQLException {
        return locators.get(0) instanceof TokenLocator.ById
                ? to.add(locators.stream().map(TokenLookup::idOf).toList())
                : to.addHashes(locators.stream().map(TokenLookup::hashOf).toList());
    }

    private static TokenId idOf(TokenLocator locator) {
        return ((TokenLocator.ById) locator).id();
    }

    private static TokenHash hashOf(TokenLocator locator) {
        return switch (locator) {
            case TokenLocator.ByAccess(TokenHash hash) -> hash;
            case TokenLocator.ByRefresh(TokenHash hash) -> hash;
            case TokenLocator.ByRefreshOrigin(TokenHash hash) -> hash;
            case TokenLocator.ById id -> throw new IllegalArgumentException("an id is no hash");
        };
    }

    private static String find(String column) {
        return "select s.version, " + TokenRowMapper.COLUMNS + """
                 from service s
                left join token t on t.%s = ? and t.service_id = s.id
                """.formatted(column) + HEAD_AND_CLIENT
                + " where s.id = ? and s.removed_at is null";
    }

    /** Outer joins throughout keep what is asked for in front: each row of it is looked up by index. */
    private static String findEach(String column, String type) {
        return "select q.place, s.version, " + TokenRowMapper.COLUMNS + """
                 from unnest(cast(? as %s array), cast(? as bigint array)) with ordinality q (wanted, service_id, place)
                left join service s on s.id = q.service_id and s.removed_at is null
                left join token t on t.%s = q.wanted and t.service_id = s.id
                """.formatted(type, column) + HEAD_AND_CLIENT
                + " where q.service_id is not null";
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
