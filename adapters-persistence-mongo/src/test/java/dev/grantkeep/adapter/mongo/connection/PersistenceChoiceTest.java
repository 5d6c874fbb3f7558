package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.port.out.TokenStore;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PersistenceChoiceTest {
    @Test
    void nothingOfMongoExistsUnlessItIsChosen() {
        try (ApplicationContext context = ApplicationContext.run(Map.of("grantkeep.persistence", "sql"))) {
            assertThat(context.containsBean(MongoClient.class)).isFalse();
            assertThat(context.containsBean(MongoStartup.class)).isFalse();
            assertThat(context.containsBean(TokenStore.class)).isFalse();
        }
    }

    @Test
    void everyStoreExistsIfItIsChosen() {
        assertThat(MongoStores.shared().tokens()).isNotNull();
        assertThat(MongoStores.shared().bean(MongoHealth.class)).isNotNull();
    }
}
