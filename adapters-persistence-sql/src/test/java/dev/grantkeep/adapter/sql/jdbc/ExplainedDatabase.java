package dev.grantkeep.adapter.sql.jdbc;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts {@link Plans} between the stores and the pool. */
@Factory
@Requires(env = ExplainedDatabase.ENVIRONMENT)
public final class ExplainedDatabase {
    public static final String ENVIRONMENT = "explain";

    @Singleton
    Plans plans(DataSource pool) {
        return new Plans(pool);
    }

    @Singleton
    @Replaces(Database.class)
    Database database(Plans plans) {
        return new Database(plans.dataSource());
    }
}
