package dev.grantkeep.adapter.sql.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;

/**
 * What a statement of the adapter must keep to, so that it finds its rows where the tables are distributed by service, and
 * so that time is what the clock port says.
 *
 * <ul>
 *   <li>Whatever reads or writes a large table names the service of the rows: of tokens as a value of its own, of others as
 *       a value or as that of a table beside it which names it. Inner selects do so too.
 *   <li>The sweeper looks through all services without a lock.
 *   <li>Nothing asks the database for the time.
 * </ul>
 */
final class StatementRules {
    /** They have rows of every service, and many. */
    static final Set<String> LARGE =
            Set.of("token", "grant_head", "step", "authorization_code", "ticket", "client", "event");

    private static final Pattern CLOCK =
            Pattern.compile("\\b(current_(timestamp|time|date)|local(timestamp|time)|sysdate|systimestamp"
                    + "|(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|getdate)\\s*\\()");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    /** Columns that the parser takes for words of its own. */
    private static final Pattern WORD_OF_THE_PARSER = Pattern.compile("\\b(settings|number)\\b");

    private static final Pattern LOCK = Pattern.compile("\\bfor (no key )?(update|share)\\b");

    /** By what all services are looked through, each on purpose; the beginning of the statement. */
    private static final List<String> OF_ALL_SERVICES = List.of(
            // the sweeper's finds
            "select hash, service_id, client_id, subject from step where expires_at <= ? order by expires_at limit ?",
            "select hash, service_id, null, null from ticket where expires_at <= ? order by expires_at limit ?",
            "select hash, service_id, client_id, subject from authorization_code where expires_at <= ?"
                    + " order by expires_at limit ?",
            "select purge_at from token where purge_at <= ? order by purge_at limit 1",
            "select expires_at from step where expires_at <= ? order by expires_at limit 1",
            "select service_id, id, purge_at from token where purge_at >= (select",
            "select id, service_id, client_id, subject, purge_at from token where purge_at >= ? and purge_at <= ?"
                    + " order by purge_at limit ?",
            "select service_id, client_id, subject from grant_head where maybe_empty_since <= ?",
            "select service_id, client_id, subject from grant_head where purge_marked_at is not null",
            "select id, service_id from client where purge_marked_at is not null order by purge_marked_at limit ?",
            // what is dead, counted
            counting("token", "purge_at"),
            counting("step", "expires_at"),
            counting("authorization_code", "expires_at"),
            counting("ticket", "expires_at"),
            counting("grant_head", "maybe_empty_since"),
            counting("grant_head", "purge_marked_at"),
            counting("client", "purge_marked_at"),
            // whose is it?
            "select 1 from token t join service s on s.id = t.service_id and s.removed_at is null where",
            "select client_row_.service_id from client client_row_ where (client_row_.id = ? and");

    private StatementRules() {}

    private static String counting(String table, String column) {
        return "select count(*), min(since) from ( select %2$s as since from %1$s where %2$s <= ? order by %2$s limit ?) due"
                .formatted(table, column);
    }

    /** What is wrong with the statement; nothing is best. */
    static List<String> faults(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        List<String> faults = new ArrayList<>();
        Matcher clock = CLOCK.matcher(LITERAL.matcher(text).replaceAll("''"));
        if (clock.find()) {
            faults.add("asks the database for the time: " + clock.group());
        }
        if (LARGE.stream().anyMatch(text::contains)) {
            faults.addAll(isOfAllServices(text) ? locks(text) : new ServicesNamed().missing(parsed(text)));
        }
        return faults;
    }

    private static boolean isOfAllServices(String text) {
        String bare = text.replace("\"", "");
        return OF_ALL_SERVICES.stream().anyMatch(bare::startsWith);
    }

    private static List<String> locks(String text) {
        return LOCK.matcher(text).find() ? List.of("locks rows of several services at once") : List.of();
    }

    private static Statement parsed(String text) {
        try {
            return CCJSqlParserUtil.parse(WORD_OF_THE_PARSER.matcher(text).replaceAll("the_$1"));
        } catch (JSQLParserException e) {
            throw new AssertionError("cannot be understood, so nobody knows whether it names the service: " + text, e);
        }
    }
}
