package dev.grantkeep.bootstrap.commands;

import dev.grantkeep.adapter.cli.program.DatabaseReport;
import dev.grantkeep.adapter.cli.program.DatabaseReport.State;
import dev.grantkeep.adapter.sql.migration.SchemaCheck;
import dev.grantkeep.adapter.sql.migration.SchemaState;
import dev.grantkeep.bootstrap.start.DataDirectory;
import io.micronaut.context.env.Environment;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** H2 or PostgreSQL: an upgrade applies the scripts of the schema. */
final class LocalSql implements LocalDatabase {
    private static final int H2_NOT_THERE = 90146;
    private static final int H2_IN_USE = 90020;
    private static final String WRONG_PASSWORD = "28";
    private static final String FORBIDDEN = "42501";

    private final Environment environment;
    private final String url;

    LocalSql(Environment environment) {
        this.environment = environment;
        url = environment.getRequiredProperty("datasources.default.url", String.class);
    }

    @Override
    public DatabaseReport look() {
        try {
            return report(check(isEmbedded() ? url + ";IFEXISTS=TRUE" : url).look());
        } catch (SQLException e) {
            return broken(e);
        } catch (RuntimeException e) {
            return cause(e) instanceof SQLException sql ? broken(sql) : failed(State.UNREACHABLE, e.getMessage());
        }
    }

    @Override
    public DatabaseReport migrate() {
        DataDirectory.prepareForDatabase(environment);
        try {
            check(url).migrate();
        } catch (FlywayException e) {
            return cause(e) instanceof SQLException sql ? broken(sql) : failed(State.HALF_DONE, e.getMessage());
        }
        return look();
    }

    private SchemaCheck check(String target) {
        Properties limits = new Properties();
        if (!isEmbedded()) {
            limits.putAll(Map.of("connectTimeout", "5", "loginTimeout", "8", "ApplicationName", "grantkeep"));
        }
        return new SchemaCheck(target, limits, text("username"), text("password"));
    }

    private boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    private @Nullable String text(String name) {
        return environment
                .getProperty("datasources.default." + name, String.class)
                .orElse(null);
    }

    private static DatabaseReport report(SchemaState seen) {
        State state = state(seen);
        return new DatabaseReport(
                seen.product(), state, seen.applied(), seen.pending(), detail(state, seen), seen.clock());
    }

    private static State state(SchemaState seen) {
        if (seen.failed() != null) {
            return State.HALF_DONE;
        }
        if (!seen.newer().isEmpty()) {
            return State.NEWER;
        }
        if (!seen.different().isEmpty()) {
            return State.DIFFERENT;
        }
        if (seen.pending().isEmpty()) {
            return State.UP_TO_DATE;
        }
        if (!seen.mayChange()) {
            return State.FORBIDDEN;
        }
        return seen.applied() == null ? State.EMPTY : State.PENDING;
    }

    private static String detail(State state, SchemaState seen) {
        return switch (state) {
            case HALF_DONE ->
                "Step " + seen.failed()
                        + " of the schema was begun and not finished. Restore the backup from before the upgrade, or"
                        + " undo what the step did, delete its row in flyway_schema_history, and migrate again.";
            case NEWER ->
                "The database was changed by a newer version of Grantkeep (schema "
                        + seen.newer().getLast()
                        + "): this version serves with it during an upgrade, but cannot migrate it. Use the newer one.";
            case DIFFERENT ->
                "Steps " + String.join(", ", seen.different()) + " of the schema are not those of this version: the"
                        + " database is another program's, or was changed by hand.";
            case FORBIDDEN -> "The database user may not make tables: give it the schema, or migrate as its owner.";
            case EMPTY -> "The database is empty: 'grantkeep migrate' or the first start makes the schema.";
            case PENDING -> "The schema is of an older version: 'grantkeep migrate' or a start brings it up to date.";
            default -> "";
        };
    }

    private DatabaseReport broken(SQLException e) {
        String sqlState = e.getSQLState() == null ? "" : e.getSQLState();
        if (e.getErrorCode() == H2_NOT_THERE) {
            return new DatabaseReport(
                    "H2",
                    State.EMPTY,
                    null,
                    SchemaCheck.ofEmpty("H2"),
                    "There is no database yet: 'grantkeep migrate' or the first start makes it.",
                    null);
        }
        if (e.getErrorCode() == H2_IN_USE) {
            return failed(State.IN_USE, "another process has the file; a server that runs, most likely");
        }
        return failed(
                sqlState.startsWith(WRONG_PASSWORD) || sqlState.equals(FORBIDDEN) ? State.FORBIDDEN : State.UNREACHABLE,
                e.getMessage());
    }

    private DatabaseReport failed(State state, @Nullable String why) {
        return new DatabaseReport(
                isEmbedded() ? "H2" : "PostgreSQL",
                state,
                null,
                List.of(),
                "The database at DATASOURCES_DEFAULT_URL cannot be used: "
                        + String.valueOf(why).lines().findFirst().orElse(""),
                null);
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return Stream.<Throwable>iterate(failure, one -> one != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .orElse(null);
    }
}
