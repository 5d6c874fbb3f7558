package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.port.out.Seen;
import dev.grantkeep.application.port.out.TokenLocator;
import dev.grantkeep.domain.common.Version;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds tokens, each with its head, client and service; those that are wanted at the same time in one statement. */
final class TokenFinding implements Coalescing.Work<TokenFinding.Wanted, Seen<TokenInContext>> {
    private static final Seen<TokenInContext> NOTHING = new Seen<>(null, null);

    /**
     * Fewer are filled up with places where nothing is wanted. PostgreSQL takes an array that it does not know yet for one
     * of ten; for a shorter one it would make a plan of its own each time, which costs more than the look-ups.
     */
    private static final int LEAST_TOGETHER = 16;

    private final Database database;
    private final TokenRowMapper rows;

    TokenFinding(Database database, TokenRowMapper rows) {
        this.database = database;
        this.rows = rows;
    }

    /** A token of a service. */
    record Wanted(ServiceId service, TokenLocator locator) {}

    @Override
    public Seen<TokenInContext> alone(Wanted wanted) {
        TokenLocator locator = wanted.locator();
        return database.first(
                        TokenLookup.of(locator).find(),
                        to -> TokenLookup.write(locator, to).add(wanted.service()),
                        this::seen)
                .orElse(NOTHING);
    }

    /** They are all located in the same way. */
    @Override
    public List<@Nullable Seen<TokenInContext>> together(List<Wanted> wanted) {
        List<TokenLocator> locators = new ArrayList<>();
        List<@Nullable Long> services = new ArrayList<>();
        for (Wanted one : wanted) {
            locators.add(one.locator());
            services.add(one.service().value());
        }
        while (services.size() < LEAST_TOGETHER) {
            locators.add(locators.get(0));
            services.add(null);
        }
        List<@Nullable Seen<TokenInContext>> found = new ArrayList<>(Collections.nCopies(wanted.size(), NOTHING));
        database.all(
                        TokenLookup.of(locators.get(0)).findEach(),
                        to -> TokenLookup.writeAll(locators, to).addNumbers(services),
                        this::placed)
                .forEach(placed -> found.set(placed.place() - 1, placed.seen()));
        return found;
    }

    /** @param place from 1 */
    private record Placed(int place, Seen<TokenInContext> seen) {}

    private Placed placed(Row row) throws SQLException {
        return new Placed(row.integer(), seen(row));
    }

    private Seen<TokenInContext> seen(Row row) throws SQLException {
        @Nullable Long version = row.numberOrNull();
        return version == null ? NOTHING : new Seen<>(new Version(version), rows.readInContext(row));
    }
}
