package dev.grantkeep.adapter.mongo.service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Version;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** What other stores need to know of a service, by {@code _id}. */
@Singleton
public final class StoredServices {
    private final Database database;

    StoredServices(Database database) {
        this.database = database;
    }

    public boolean exists(ServiceId id) {
        return version(id).isPresent();
    }

    /** The version of the service's settings; empty if it does not exist. */
    public Optional<Version> version(ServiceId id) {
        return database.call(Collections.SERVICE, services -> version(services, id));
    }

    /** The same, so that everything acknowledged before is seen. */
    public Optional<Version> decisiveVersion(ServiceId id) {
        return database.decide(Collections.SERVICE, services -> version(services, id));
    }

    private static Optional<Version> version(MongoCollection<Document> services, ServiceId id) {
        return Optional.ofNullable(services.find(and(eq(Names.ID, id.value()), Filter.NOT_REMOVED))
                        .projection(include(Names.VERSION))
                        .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                        .first())
                .map(found -> new Version(found.getLong(Names.VERSION)));
    }

    /** Whether the service is stored with just this version now. */
    public boolean isAt(SettingsVersions basis) {
        return version(basis.service()).filter(basis.serviceVersion()::equals).isPresent();
    }
}
