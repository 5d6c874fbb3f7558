package dev.grantkeep.adapter.mongo.service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.connection.Pages;
import dev.grantkeep.adapter.mongo.event.EventNotes;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

// service { _id: number, version, number, secret, secretHash, derivationKey, createdAt, modifiedAt, document,
//           documentVersion, settings: {…}, events? }
// What is left of a removed one for good: { _id, removed: true }, reclaimAt until it is reclaimed and events
// until they are told.
//   add, find, replace, remove   _id
//   owner of a secret            secret (secretHash)
//   list                         created (createdAt, _id)
/** The collection {@code service}. */
@Singleton
final class MongoServiceStore implements ServiceStore {
    private final Database database;
    private final EventNotes events;

    MongoServiceStore(Database database, EventNotes events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public Saved add(Change<Service> change) {
        return database.add(
                Collections.SERVICE, events.in(ServiceDocuments.write(change.state()), Happened.toService(change)));
    }

    @Override
    public Optional<Service> find(ServiceId id) {
        return database.call(
                Collections.SERVICE,
                services ->
                        Optional.ofNullable(services.find(present(id)).first()).map(ServiceDocuments::read));
    }

    @Override
    public Optional<ServiceId> ownerOf(Secret secret) {
        return database.call(
                Collections.SERVICE,
                services -> Optional.ofNullable(services.find(eq(Names.SECRET_HASH, new Binary(secret.fingerprint())))
                                .projection(include(Names.ID))
                                .first())
                        .map(found -> new ServiceId(found.getLong(Names.ID))));
    }

    @Override
    public Saved replace(Change<Service> change) {
        Service service = change.state();
        Bson previous = and(present(service.id()), Filter.before(service.version()));
        Bson next = events.update(ServiceDocuments.write(service), Happened.toService(change));
        return database.call(
                Collections.SERVICE,
                services -> services.updateOne(previous, next).getMatchedCount() == 0 ? Saved.STALE : Saved.SAVED);
    }

    /** What was pending of it goes too. */
    @Override
    public boolean remove(ServiceId id, Event event) {
        Document rest = events.in(
                new Document(Names.ID, id.value()).append(Names.REMOVED, true).append(Names.RECLAIM_AT, new Date(0)),
                List.of(new Happened(event, id, null, null, null)));
        return database.call(
                Collections.SERVICE,
                services -> services.replaceOne(present(id), rest).getMatchedCount() > 0);
    }

    /** What is left of a removed one has no instant of creation, whose index so serves the count too. */
    @Override
    public Page<Service> list(Window window) {
        return database.call(
                Collections.SERVICE,
                services -> Pages.read(
                        services,
                        Filter.present(Names.CREATED_AT),
                        Sorts.ascending(Names.CREATED_AT, Names.ID),
                        window,
                        ServiceDocuments::read));
    }

    private static Bson present(ServiceId id) {
        return and(eq(Names.ID, id.value()), Filter.NOT_REMOVED);
    }
}
