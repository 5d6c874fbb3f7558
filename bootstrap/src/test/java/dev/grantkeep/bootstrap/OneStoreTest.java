package dev.grantkeep.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.zaxxer.hikari.HikariDataSource;
import dev.grantkeep.adapter.mongo.connection.MongoHealth;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.application.port.out.TokenStore;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneStoreTest {
    @TempDir
    Path directory;

    @Test
    void onSqlNothingOfMongoDbIsThere() {
        Map<String, Object> settings = TestSettings.in(directory);
        settings.put("datasources.default.url", "jdbc:h2:mem:one-store;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            ApplicationContext context = grantkeep.context();
            assertThat(context.containsBean(MongoClient.class)).isFalse();
            assertThat(context.containsBean(MongoHealth.class)).isFalse();
            assertThat(context.getBeansOfType(TokenStore.class)).hasSize(1);
            assertThat(context.containsBean(DataSource.class)).isTrue();
        }
    }

    @Test
    void onMongoDbNothingOfSqlIsThere() {
        Map<String, Object> settings = TestSettings.in(directory, "grantkeep.persistence", "mongo");
        settings.put("mongodb.uri", MongoTestServer.chosen().newDatabase());
        try (Grantkeep grantkeep = Grantkeep.start(settings)) {
            ApplicationContext context = grantkeep.context();
            assertThat(context.containsBean(DataSource.class)).isFalse();
            assertThat(context.containsBean(HikariDataSource.class)).isFalse();
            assertThat(context.getBeansOfType(TokenStore.class)).hasSize(1);
            assertThat(context.containsBean(MongoClient.class)).isTrue();
            assertThat(Objects.requireNonNull(directory.toFile().list())).isEmpty();
        }
    }
}
