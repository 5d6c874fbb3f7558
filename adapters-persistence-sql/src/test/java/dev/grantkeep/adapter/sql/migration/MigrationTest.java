package dev.grantkeep.adapter.sql.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.service.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationTest {
    @TempDir
    private Path directory;

    @Test
    void aSecondStartOnH2MigratesNothingAndLosesNothing() {
        assertSecondStartKeeps(TestDatabase.h2("file:" + directory.resolve("grantkeep")));
    }

    @Test
    void aSecondStartOnPostgresMigratesNothingAndLosesNothing() {
        assertSecondStartKeeps(TestDatabase.postgres());
    }

    private static void assertSecondStartKeeps(TestDatabase database) {
        Service service = Services.aService().build();
        List<String> first;
        try (SqlStores stores = SqlStores.on(database)) {
            first = migrations(stores);
            assertThat(stores.services().add(service)).isEqualTo(Saved.SAVED);
        }
        try (SqlStores stores = SqlStores.on(database)) {
            assertThat(migrations(stores)).isEqualTo(first).isNotEmpty();
            assertThat(stores.services().find(service.id())).contains(service);
        }
    }

    /** Each applied one and when. */
    private static List<String> migrations(SqlStores stores) {
        MigrationInfo[] applied = stores.bean(Flyway.class).info().applied();
        return Arrays.stream(applied)
                .map(migration -> migration.getScript() + " at " + migration.getInstalledOn())
                .toList();
    }
}
