package dev.grantkeep.adapter.sql.migration;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of a database's schema, by name: to find them, all that is in the jar would have to be listed, which takes
 * longer at a start than to see that all of them are applied. Those of both databases are in {@code common}.
 */
enum Schema implements ResourceProvider {
    H2(
            "H2",
            "common/V1__tables.sql",
            "h2/V2__indexes.sql",
            "common/V3__known_tokens.sql",
            "h2/V4__index_of_cut_off_clients.sql",
            "common/V5__records_cut_short.sql",
            "common/V7__code_generations.sql",
            "common/V8__health_check.sql",
            "common/V11__seats.sql",
            "common/V11.1__pairs_of_a_service.sql",
            "common/V12__clients_of_a_service.sql",
            "common/V13__documents.sql",
            "common/V14__steps.sql",
            "h2/V14.1__second_hashes.sql",
            "common/V15__events.sql",
            "common/V16__versions_of_steps.sql"),
    POSTGRESQL(
            "PostgreSQL",
            "common/V1__tables.sql",
            "postgresql/V2__indexes.sql",
            "common/V3__known_tokens.sql",
            "postgresql/V4__index_of_cut_off_clients.sql",
            "common/V5__records_cut_short.sql",
            "postgresql/V6__index_of_silent_heads.sql",
            "common/V7__code_generations.sql",
            "common/V8__health_check.sql",
            "common/V11__seats.sql",
            "common/V11.1__pairs_of_a_service.sql",
            "common/V12__clients_of_a_service.sql",
            "common/V13__documents.sql",
            "common/V14__steps.sql",
            "postgresql/V14.1__second_hashes.sql",
            "common/V15__events.sql",
            "common/V16__versions_of_steps.sql",
            "postgresql/V17__room_in_steps.sql");

    static final String DIRECTORY = "db/migration/";

    private final String product;
    private final List<String> names;

    Schema(String product, String... names) {
        this.product = product;
        this.names = List.of(names);
    }

    /**
     * The one for a database.
     *
     * @param product as JDBC names it
     * @throws FlywayException if there is none
     */
    static Schema of(String product) {
        return Arrays.stream(values())
                .filter(schema -> schema.product.equals(product))
                .findFirst()
                .orElseThrow(() -> new FlywayException("there is no schema for " + product));
    }

    /** Below {@link #DIRECTORY}. */
    List<String> names() {
        return names;
    }

    /** The versions of all, in order. */
    List<String> versions() {
        return names.stream().map(Schema::version).toList();
    }

    /** The version in the name of a script. */
    static String version(String name) {
        return name.substring(name.lastIndexOf('/') + 2, name.indexOf("__"));
    }

    /** That of a database to which all are applied. */
    List<String> history() {
        return names.stream().map(Script::new).map(Script::entry).toList();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return names.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return names.stream()
                .map(Script::new)
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
