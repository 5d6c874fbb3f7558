package dev.grantkeep.benchmark.measure;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.report.Finding;
import dev.grantkeep.benchmark.report.Finding.Verdict;
import dev.grantkeep.benchmark.report.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a token takes in the store, with everything that grows with it. */
final class BytesPerToken implements Measurement {
    static final String NAME = "bytes";

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
            Map.entry("refresh_origin", "finds a replayed first refresh token that the caller chose"),
            Map.entry("subject", "joins the grant head"),
            Map.entry("scopes", "the access token's scopes"),
            Map.entry("refresh_scopes", "the refresh token's, if they differ"),
            Map.entry("properties", "extra properties"),
            Map.entry("details", "resources, acr and the like"),
            Map.entry("token_pkey", "index: by id"),
            Map.entry("token_access", "index: by access token"),
            Map.entry("token_refresh", "index: by refresh token"),
            Map.entry("token_refresh_origin", "index: by a chosen first refresh token; of those only"),
            Map.entry("token_pair", "index: counts and lists the tokens of a pair or a client"),
            Map.entry("token_purge", "index: finds what is to be reclaimed"));

    @Override
    public Section measure(Bench bench) {
        Dataset data = bench.stages().main().data();
        bench.stages().floor();
        long rows = data.number("select count(*) from token");
        double total = perRow(data, "pg_total_relation_size('token')", rows);
        double head =
                perRow(data, "pg_total_relation_size('grant_head')", data.number("select count(*) from grant_head"));
        double floor =
                perRow(data, "pg_total_relation_size('floor_token')", data.number("select count(*) from floor_token"));
        bench.progress().say("  %.0f bytes a token, %.0f a grant head", total, head);
        Finding finding = new Finding(
                "bytes a token (access and refresh), indexes included",
                "%.0f".formatted(total),
                "at most " + AT_MOST,
                Verdict.of(total <= AT_MOST),
                "%.0f for the token, %.0f for each grant head".formatted(total, head),
                "%.0f, access token only".formatted(floor));
        return Section.of("What a token's bytes are for", List.of(finding), details(data, rows, total));
    }

    private static String details(Dataset data, long rows, double total) {
        StringBuilder table = new StringBuilder("| part | bytes | for |\n| --- | ---: | --- |\n");
        double row = perRow(data, "pg_relation_size('token')", rows);
        double columns = 0;
        for (String column : columns(data)) {
            double bytes = Double.parseDouble(data.texts("select coalesce(avg(coalesce(pg_column_size(\"" + column
                            + "\"), 0)), 0)" + " from (select * from token limit 100000) t")
                    .get(0));
            columns += bytes;
            add(table, column, bytes);
        }
        line(
                table,
                "row header",
                row - columns,
                "PostgreSQL's: 23 bytes, the map of absent columns, the row's pointer,"
                        + " padding and the unused rest of each page");
        double indexes = 0;
        for (String index : indexes(data)) {
            double bytes = perRow(data, "pg_relation_size('" + index + "')", rows);
            indexes += bytes;
            add(table, index, bytes);
        }
        line(table, "maps", total - row - indexes, "free space and visibility maps, TOAST");
        line(table, "**all**", total, "");
        return table.toString();
    }

    private static List<String> columns(Dataset data) {
        return data.texts("select attname from pg_attribute where attrelid = 'token'::regclass and attnum > 0"
                + " and not attisdropped order by attnum");
    }

    private static List<String> indexes(Dataset data) {
        return data.texts(
                "select indexrelid::regclass::text from pg_index where indrelid = 'token'::regclass order by 1");
    }

    private static double perRow(Dataset data, String size, long rows) {
        return (double) data.number("select " + size) / Math.max(1, rows);
    }

    private static void add(StringBuilder table, String name, double bytes) {
        line(table, "`" + name + "`", bytes, PURPOSES.getOrDefault(name, ""));
    }

    private static void line(StringBuilder table, String name, double bytes, String purpose) {
        table.append(String.format(Locale.ROOT, "| %s | %.1f | %s |%n", name, bytes, purpose));
    }
}
