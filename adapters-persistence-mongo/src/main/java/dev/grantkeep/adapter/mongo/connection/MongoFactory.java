package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Makes the one client. Making it does not wait for a server. */
@Factory
final class MongoFactory {
    @Singleton
    ClientOptions options(MongoSettings settings, MongoTimeouts timeouts) {
        return new ClientOptions(settings, timeouts);
    }

    @Singleton
    @Bean(preDestroy = "close")
    MongoClient client(ClientOptions options, MongoPool pool) {
        return MongoClients.create(MongoClientSettings.builder(options.forDriver())
                .applyToConnectionPoolSettings(settings -> settings.addConnectionPoolListener(pool))
                .build());
    }

    @Singleton
    Database database(MongoClient client, ClientOptions options, MongoSettings settings) {
        return new Database(client, options, settings.topology());
    }
}
