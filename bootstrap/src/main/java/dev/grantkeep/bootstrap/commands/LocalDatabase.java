package dev.grantkeep.bootstrap.commands;

import dev.grantkeep.adapter.cli.program.DatabaseReport;
import io.micronaut.context.env.Environment;

/** The database that is configured, as an operator's commands see it. */
interface LocalDatabase {
    /** Looks, and changes nothing. */
    DatabaseReport look();

    /** Brings it up to date; says how it is then. */
    DatabaseReport migrate();

    static LocalDatabase in(Environment environment) {
        return environment.getActiveNames().contains("mongo") ? new LocalMongo(environment) : new LocalSql(environment);
    }
}
