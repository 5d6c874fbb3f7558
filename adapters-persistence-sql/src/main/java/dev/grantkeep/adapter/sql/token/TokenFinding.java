package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Coalescing;
import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.jdbc.Parameters;
import dev.grantkeep.adapter.sql.jdbc.Row;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Version;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds tokens, each with its head, client and service; those that are wanted at the same time in one statement. */
final class TokenFinding implements Coalescing.Work<TokenFinding.Wanted, FoundAtVersion<TokenInContext>> {
    private static final FoundAtVersion<TokenInContext> NOTHING = new FoundAtVersion<>(null, null);
    private static final String VERSIONS = "select id, version from service where id = any(?) and removed_at is null";

    private final Database database;

    TokenFinding(Database database) {
        this.database = database;
    }

    /** A token of a service. */
    record Wanted(ServiceId service, TokenLocator locator) {}

    @Override
    public FoundAtVersion<TokenInContext> alone(Wanted wanted) {
        TokenLocator locator = wanted.locator();
        return database.first(
                        TokenLookup.of(locator).find(),
                        to -> TokenLookup.write(locator, to)
                                .add(wanted.service())
                                .add(wanted.service()),
                        this::seen)
                .orElse(NOTHING);
    }

    /** They are all located in the same way. Written out, because a busy server spends much of its time here. */
    @Override
    public List<@Nullable FoundAtVersion<TokenInContext>> together(List<Wanted> wanted) {
        TokenLookup lookup = TokenLookup.of(wanted.get(0).locator());
        List<TokenLocator> locators = new ArrayList<>(wanted.size());
        Set<Long> services = new LinkedHashSet<>();
        for (Wanted one : wanted) {
            locators.add(one.locator());
            services.add(one.service().value());
        }
        Map<Wanted, FoundAtVersion<TokenInContext>> found = find(lookup, locators, services);
        Map<ServiceId, FoundAtVersion<TokenInContext>> without = withoutToken(servicesOfOthers(wanted, found));
        List<@Nullable FoundAtVersion<TokenInContext>> seen = new ArrayList<>(wanted.size());
        for (Wanted one : wanted) {
            seen.add(found.getOrDefault(one, without.getOrDefault(one.service(), NOTHING)));
        }
        return seen;
    }

    private static Set<ServiceId> servicesOfOthers(
            List<Wanted> wanted, Map<Wanted, FoundAtVersion<TokenInContext>> found) {
        Set<ServiceId> services = new LinkedHashSet<>();
        for (Wanted one : wanted) {
            if (!found.containsKey(one)) {
                services.add(one.service());
            }
        }
        return services;
    }

    private Map<Wanted, FoundAtVersion<TokenInContext>> find(
            TokenLookup lookup, List<TokenLocator> locators, Set<Long> services) {
        Map<Wanted, FoundAtVersion<TokenInContext>> found = HashMap.newHashMap(locators.size());
        List<FoundAtVersion<TokenInContext>> all = database.all(
                lookup.findEach(),
                to -> TokenLookup.writeAll(Parameters.filled(locators), to).addNumbers(Parameters.filled(services)),
                this::seen);
        for (FoundAtVersion<TokenInContext> seen : all) {
            TokenRecord token = Objects.requireNonNull(seen.found()).token();
            found.put(new Wanted(token.service(), Objects.requireNonNull(lookup.of(token))), seen);
        }
        return found;
    }

    /** What is seen of services where no such token was seen just before. */
    private Map<ServiceId, FoundAtVersion<TokenInContext>> withoutToken(Set<ServiceId> services) {
        if (services.isEmpty()) {
            return Map.of();
        }
        List<Long> numbers =
                Parameters.filled(services.stream().map(ServiceId::value).toList());
        Map<ServiceId, FoundAtVersion<TokenInContext>> seen = new HashMap<>();
        database.all(
                        VERSIONS,
                        to -> to.addNumbers(numbers),
                        row -> Map.entry(row.serviceId(), new FoundAtVersion<TokenInContext>(row.version(), null)))
                .forEach(entry -> seen.put(entry.getKey(), entry.getValue()));
        return seen;
    }

    private FoundAtVersion<TokenInContext> seen(Row row) throws SQLException {
        @Nullable Long version = row.numberOrNull();
        return version == null
                ? NOTHING
                : new FoundAtVersion<>(new Version(version), TokenRowMapper.readInContext(row));
    }
}
