package dev.grantkeep.adapter.mongo.grant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.client.ClientDocuments;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.connection.Pages;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

// The subject's heads by subject (service, subject, client), their clients by _id, then for each client one look
// whether
// there is a token, by token: pair (service, client, head, generation, clientGeneration). A subject has few clients.
/** The clients that a subject has authorized. */
@Singleton
final class MongoAuthorizedClients implements AuthorizedClients {
    private final Database database;
    private final StoredServices services;

    MongoAuthorizedClients(Database database, StoredServices services) {
        this.database = database;
        this.services = services;
    }

    @Override
    public Page<Client> list(
            ServiceId service, Subject subject, @Nullable String developer, Instant now, Window window) {
        return Pages.of(services.exists(service) ? all(service, subject, developer) : List.of(), window);
    }

    private List<Client> all(ServiceId service, Subject subject, @Nullable String developer) {
        Map<Long, Document> heads = heads(service, subject);
        return clients(service, heads, developer).stream()
                .filter(client -> hasToken(
                        client, Objects.requireNonNull(heads.get(client.id().value()))))
                .toList();
    }

    /** The heads' ids and generations, by their clients. */
    private Map<Long, Document> heads(ServiceId service, Subject subject) {
        return database.call(
                Collections.GRANT_HEAD,
                heads -> heads
                        .find(and(eq(Names.SERVICE, service.value()), eq(Names.SUBJECT, subject.value())))
                        .projection(include(Names.CLIENT, Names.GENERATION))
                        .into(new ArrayList<>())
                        .stream()
                        .collect(Collectors.toMap(head -> head.getLong(Names.CLIENT), Function.identity())));
    }

    private List<Client> clients(ServiceId service, Map<Long, Document> heads, @Nullable String developer) {
        Bson all = and(in(Names.ID, heads.keySet()), eq(Names.SERVICE, service.value()), Filter.NOT_REMOVED);
        return database.call(
                Collections.CLIENT,
                clients -> clients.find(developer == null ? all : and(all, eq(Names.DEVELOPER, developer)))
                        .sort(Sorts.ascending(Names.CREATED_AT, Names.ID))
                        .map(ClientDocuments::read)
                        .into(new ArrayList<>()));
    }

    private boolean hasToken(Client client, Document head) {
        Bson current = and(
                eq(Names.SERVICE, client.service().value()),
                eq(Names.CLIENT, client.id().value()),
                eq(Names.HEAD, head.getString(Names.ID)),
                eq(Names.GENERATION, head.getLong(Names.GENERATION)),
                eq(Names.CLIENT_GENERATION, client.generation().value()));
        return database.call(
                Collections.TOKEN,
                tokens -> tokens.find(current)
                                .projection(include(Names.HEAD))
                                .limit(1)
                                .first()
                        != null);
    }
}
