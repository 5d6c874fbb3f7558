package dev.grantkeep.adapter.sql.token;

import dev.grantkeep.adapter.sql.jdbc.Database;
import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenLocator;
import java.util.List;

/** Lets tests of other packages look tokens up together, as busy servers do. */
public final class Lookups {
    private Lookups() {}

    public static void together(SqlStores stores, ServiceId service, List<TokenLocator> locators) {
        new TokenFinding(stores.bean(Database.class))
                .together(locators.stream()
                        .map(locator -> new TokenFinding.Wanted(service, locator))
                        .toList());
    }
}
