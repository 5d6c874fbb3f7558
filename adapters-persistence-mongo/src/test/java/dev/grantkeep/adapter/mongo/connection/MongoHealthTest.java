package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MongoHealthTest {
    @Test
    void eachCheckIsAWriteOfTheOneDocument() {
        try (MongoStores stores = MongoStores.on(MongoTestServer.chosen().newDatabase(), Map.of())) {
            MongoHealth health = stores.bean(MongoHealth.class);

            health.check();
            health.check();

            long writes = stores.bean(Database.class)
                    .call(
                            Collections.HEALTH_CHECK,
                            documents -> documents.find().first().getLong("writes"));
            assertThat(writes).isEqualTo(2);
        }
    }
}
