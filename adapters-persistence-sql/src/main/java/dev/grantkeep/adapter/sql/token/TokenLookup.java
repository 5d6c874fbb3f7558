package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.domain.token.RefreshPart;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique column that finds a token, and the statements that do. */
enum TokenLookup {
    BY_ACCESS("access_hash"),
    BY_REFRESH("refresh_hash"),
    BY_REFRESH_ORIGIN("refresh_origin"),
    BY_ID("id");

    /** Constants of an enum are made before its fields: the text has to be a constant of the compiler. */
    private static final String HEAD_AND_CLIENT = """
            left join grant_head h
                on h.service_id = t.service_id and h.subject = t.subject and h.client_id = t.client_id
            left join client c on c.id = t.client_id and c.service_id = t.service_id and c.removed_at is null
            """;

    private final String find;
    private final String findEach;
    private final String elsewhere;

    TokenLookup(String column) {
        find = find(column);
        findEach = findEach(column);
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

    /** The parameters are the column's value, the service and the service again; one row if the service exists, with or without a token. */
    String find() {
        return find;
    }

    /**
     * The parameters are an array of values and one of services; a row for each token that has one of the values in one of
     * the services, not all of which may have been asked for.
     */
    String findEach() {
        return findEach;
    }

    /** The parameters are the column's value and the service; one row if another service has such a token. */
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
                : to.addHashes(hashesOf(locators));
    }

    private static List<TokenHash> hashesOf(List<TokenLocator> locators) {
        List<TokenHash> hashes = new ArrayList<>(locators.size());
        for (TokenLocator locator : locators) {
            hashes.add(hashOf(locator));
        }
        return hashes;
    }

    /** How a token is located in this way; null if it has no such value. */
    @Nullable
    TokenLocator of(TokenRecord token) {
        @Nullable RefreshPart refresh = token.refresh();
        return switch (this) {
            case BY_ACCESS -> new TokenLocator.ByAccess(token.access().hash());
            case BY_REFRESH -> refresh == null ? null : new TokenLocator.ByRefresh(refresh.hash());
            case BY_REFRESH_ORIGIN ->
                refresh == null || refresh.origin() == null ? null : new TokenLocator.ByRefreshOrigin(refresh.origin());
            case BY_ID -> new TokenLocator.ById(token.id());
        };
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
                left join token t on t.%s = ? and t.service_id = ?
                """.formatted(column) + HEAD_AND_CLIENT
                + " where s.id = ? and s.removed_at is null";
    }

    /** Where the table is distributed by service, the values of an array tell where to look, and those of a join do not. */
    private static String findEach(String column) {
        return "select s.version, " + TokenRowMapper.COLUMNS + """
                 from token t
                join service s on s.id = t.service_id and s.removed_at is null
                """ + HEAD_AND_CLIENT
                + " where t.%s = any(?) and t.service_id = any(?)".formatted(column);
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
