package dev.grantkeep.adapter.mongo.event;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

// In each collection by events (events.service).
/**
 * The events in the documents of all collections whose writes something happens by. A document that is removed is there
 * until its events are told: then it goes if it is a token's; of a client and a service something stays for good.
 */
@Singleton
final class MongoEventLog implements EventLog {
    private static final List<String> ALL =
            List.of(Collections.SERVICE, Collections.CLIENT, Collections.GRANT_HEAD, Collections.TOKEN);

    private final Database database;

    MongoEventLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Pending> pending(ServiceId service, int limit) {
        List<Document> found = new ArrayList<>();
        for (String collection : ALL) {
            database.call(
                    collection,
                    documents -> documents
                            .find(eq(Names.EVENTS_SERVICE, service.value()))
                            .projection(include(Names.EVENTS))
                            .limit(limit)
                            .into(found));
        }
        return found.stream()
                .flatMap(document -> document.getList(Names.EVENTS, Document.class).stream())
                .limit(limit)
                .map(EventDocuments::read)
                .toList();
    }

    @Override
    public void acknowledge(ServiceId service, Collection<Pending> told) {
        List<ObjectId> ids =
                told.stream().map(Pending::eventId).map(ObjectId::new).toList();
        Bson these = and(eq(Names.EVENTS_SERVICE, service.value()), in(Names.EVENTS + "." + EventDocuments.ID, ids));
        for (String collection : ALL) {
            List<Object> found = database.call(collection, documents -> forget(documents, these, ids));
            if (collection.equals(Collections.TOKEN)) {
                Bson done = and(in(Names.ID, found), eq(Names.REMOVED, true), Filter.TOLD);
                database.call(collection, tokens -> tokens.deleteMany(done));
            }
        }
    }

    private static List<Object> forget(MongoCollection<Document> documents, Bson these, List<ObjectId> ids) {
        List<Object> found = documents
                .find(these)
                .projection(include(Names.ID))
                .<Object>map(document -> document.get(Names.ID))
                .into(new ArrayList<>());
        Bson ofThese = in(Names.ID, found);
        documents.updateMany(ofThese, pull(Names.EVENTS, in(EventDocuments.ID, ids)));
        documents.updateMany(and(ofThese, eq(Names.EVENTS, List.of())), unset(Names.EVENTS));
        return found;
    }
}
