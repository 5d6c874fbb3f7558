package dev.grantkeep.adapter.mongo.connection;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where MongoDB is.
 *
 * @param uri a connection string; what it says wins over {@link ClientOptions Grantkeep's defaults}
 * @param poolSize the most connections, unless the connection string says it
 * @param topology what the deployment is, for when the client cannot see it; {@link Topology#UNKNOWN} is to see
 */
@ConfigurationProperties("mongodb")
public record MongoSettings(
        @Bindable(defaultValue = "mongodb://127.0.0.1:27017/grantkeep")
        String uri,

        @Bindable(defaultValue = "12") int poolSize,
        @Bindable(defaultValue = "UNKNOWN") Topology topology) {
    /** The connection string may hold a password. */
    @Override
    public String toString() {
        return "MongoSettings[hidden]";
    }
}
