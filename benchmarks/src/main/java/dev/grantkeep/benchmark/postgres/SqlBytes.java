package dev.grantkeep.benchmark.postgres;

import dev.grantkeep.benchmark.data.StoredBytes;
import dev.grantkeep.benchmark.data.StoredBytes.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a row of the table {@code token} takes, column by column and index by index. */
record SqlBytes(SqlDataset data) {
    private static final int AT_MOST = 600;

    private static final Map<String, String> PURPOSES = Map.ofEntries(
            Map.entry("service_id", "the tenant; no look-up crosses it"),
            Map.entry("client_id", "joins the client"),
            Map.entry("client_generation", "alive only if it is the client's"),
            Map.entry("generation", "alive only if it is the grant head's"),
            Map.entry("access_expires_at", "the access token's end"),
            Map.entry("purge_at", "the record's end, for the sweeper"),
            Map.entry("created_at", "tells and orders when it was issued"),
            Map.entry("last_used_at", "dead when unused for 90 days"),
            Map.entry("refresh_expires_at", "the refresh token's end"),
            Map.entry("last_refreshed_at", "answers a repeated refresh"),
            Map.entry("version", "compare-and-set"),
            Map.entry("rewrite_number", "tells whether its scopes were rewritten"),
            Map.entry("grant_type", "how it came about"),
            Map.entry("id", "names the record, in refresh tokens too"),
            Map.entry("access_hash", "finds it by access token"),
            Map.entry("refresh_hash", "finds it by refresh token"),
            Map.entry("refresh_origin", "finds a replayed refresh token that does not name its record"),
            Map.entry("subject", "joins the grant head"),
            Map.entry("scopes", "the access token's scopes"),
            Map.entry("refresh_scopes", "the refresh token's, if they differ"),
            Map.entry("properties", "extra properties"),
            Map.entry("details", "resources, acr and the like"),
            Map.entry("cut_short", "tells the sweeper that its head may count on it for longer"),
            Map.entry("token_pkey", "index: by id"),
            Map.entry("token_access", "index: by access token"),
            Map.entry("token_refresh", "index: by refresh token"),
            Map.entry(
                    "token_refresh_origin",
                    "index: by a rotated refresh token that does not name its record; of those only"),
            Map.entry("token_pair", "index: counts and lists the tokens of a pair or a client"),
            Map.entry("token_purge", "index: finds what is to be reclaimed"));

    StoredBytes stored() {
        return new StoredBytes(
                perRow("pg_total_relation_size('token')", rows("token")),
                perRow("pg_total_relation_size('grant_head')", rows("grant_head")),
                perRow("pg_total_relation_size('floor_token')", rows("floor_token")),
                parts(rows("token")),
                AT_MOST);
    }

    private List<Part> parts(long rows) {
        List<Part> parts = new ArrayList<>();
        columns().forEach(column -> parts.add(part(column, column(column))));
        parts.add(new Part(
                "row header",
                perRow("pg_relation_size('token')", rows) - sum(parts),
                "PostgreSQL's: 23 bytes, the map of absent columns, the row's pointer,"
                        + " padding and the unused rest of each page"));
        indexes().forEach(index -> parts.add(part(index, perRow("pg_relation_size('" + index + "')", rows))));
        parts.add(new Part(
                "maps",
                perRow("pg_total_relation_size('token')", rows) - sum(parts),
                "free space and visibility maps, TOAST"));
        return parts;
    }

    private static double sum(List<Part> parts) {
        return parts.stream().mapToDouble(Part::bytes).sum();
    }

    private static Part part(String name, double bytes) {
        return new Part("`" + name + "`", bytes, PURPOSES.getOrDefault(name, ""));
    }

    private double column(String name) {
        return Double.parseDouble(data.texts("select coalesce(avg(coalesce(pg_column_size(\"" + name
                        + "\"), 0)), 0) from (select * from token limit 100000) t")
                .get(0));
    }

    private List<String> columns() {
        return data.texts("select attname from pg_attribute where attrelid = 'token'::regclass and attnum > 0"
                + " and not attisdropped order by attnum");
    }

    private List<String> indexes() {
        return data.texts(
                "select indexrelid::regclass::text from pg_index where indrelid = 'token'::regclass order by 1");
    }

    private long rows(String table) {
        return data.number("select count(*) from " + table);
    }

    private double perRow(String size, long rows) {
        return (double) data.number("select " + size) / Math.max(1, rows);
    }
}
