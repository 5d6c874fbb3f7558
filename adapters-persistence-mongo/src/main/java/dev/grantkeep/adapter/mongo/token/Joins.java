package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Projections.exclude;

import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.client.ClientDocuments;
import dev.grantkeep.adapter.mongo.grant.HeadDocuments;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.value.Version;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Token records joined with what decides about them; each look-up is by {@code _id} and finds one document or none. */
final class Joins {
    static final String HEADS = "heads";
    static final String CLIENTS = "clients";
    static final String SERVICES = "services";

    static final Bson WITH_HEAD = lookup(Collections.GRANT_HEAD, Names.HEAD, Names.ID, HEADS);
    static final Bson WITH_CLIENT = lookup(Collections.CLIENT, Names.CLIENT, Names.ID, CLIENTS);
    static final Bson WITH_SERVICE = lookup(Collections.SERVICE, Names.SERVICE, Names.ID, SERVICES);

    /** Leaves out what is large and decides nothing. */
    static final Bson SLIM = project(exclude(
            Names.EVENTS,
            HEADS + ".granted",
            HEADS + ".former",
            CLIENTS + ".settings",
            CLIENTS + ".former",
            SERVICES + ".settings"));

    private Joins() {}

    static TokenInContext read(Document joined) {
        return new TokenInContext(
                TokenDocuments.read(joined),
                first(joined, HEADS).map(HeadDocuments::readState).orElse(null),
                present(joined, CLIENTS).map(ClientDocuments::readState).orElse(null));
    }

    /** The version of the service's settings; empty if it was removed. */
    static Optional<Version> serviceVersion(Document joined) {
        return present(joined, SERVICES).map(service -> new Version(service.getLong(Names.VERSION)));
    }

    private static Optional<Document> present(Document joined, String name) {
        return first(joined, name).filter(found -> found.get(Names.REMOVED) == null);
    }

    private static Optional<Document> first(Document joined, String name) {
        List<Document> found = joined.getList(name, Document.class);
        return found.stream().findFirst();
    }
}
