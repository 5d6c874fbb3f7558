package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.skip;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.client.StoredClients;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.TokenInContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

// token, joined with grant_head and client by _id; where they are sharded, the server needs to be 5.1 or newer.
//   list of a pair, a client or a subject   pair (service, client, head, generation, clientGeneration)
//   list of a service                       created (service, _id)
//   count of a client                       pair, and one head for each of the client's grants
/** Lists and counts of token records. */
@Singleton
final class MongoTokenQueries implements TokenQueries {
    private static final String COUNT = "count";

    /** What has no head, or the generation that its head has now. */
    private static final Bson GRANT_STANDS =
            match(or(Filter.absent(Names.HEAD), isOneOf(Names.GENERATION, Joins.HEADS)));

    private static final Bson CLIENT_STANDS = match(isOneOf(Names.CLIENT_GENERATION, Joins.CLIENTS));

    private final Database database;
    private final StoredServices services;
    private final StoredClients clients;
    private final TokenSelection selections;

    MongoTokenQueries(Database database, StoredServices services, StoredClients clients, TokenSelection selections) {
        this.database = database;
        this.services = services;
        this.clients = clients;
        this.selections = selections;
    }

    @Override
    public Page<TokenInContext> list(Selection selection, Window window) {
        if (!services.exists(selection.service())) {
            return new Page<>(List.of(), 0);
        }
        Bson selected = match(selections.filter(selection));
        return new Page<>(items(selected, window), total(selected));
    }

    @Override
    public int count(ServiceId service, ClientId client) {
        return services.exists(service)
                ? clients.state(service, client)
                        .map(state -> count(service, client, state))
                        .orElse(0)
                : 0;
    }

    private List<TokenInContext> items(Bson selected, Window window) {
        if (window.size() == 0) {
            return List.of();
        }
        List<Bson> pipeline = List.of(
                selected,
                sort(Sorts.ascending(Names.ID)),
                Joins.WITH_CLIENT,
                CLIENT_STANDS,
                Joins.WITH_HEAD,
                GRANT_STANDS,
                skip(window.start()),
                limit(window.size()),
                Joins.SLIM);
        return run(pipeline, found -> found.map(Joins::read).into(new ArrayList<>()));
    }

    private int total(Bson selected) {
        return number(List.of(
                selected,
                project(include(Names.CLIENT, Names.CLIENT_GENERATION, Names.HEAD, Names.GENERATION)),
                Joins.WITH_CLIENT,
                CLIENT_STANDS,
                Joins.WITH_HEAD,
                GRANT_STANDS,
                Aggregates.count(COUNT)));
    }

    /** Counts by grant and generation in the index, then joins each grant once. */
    private int count(ServiceId service, ClientId client, ClientState state) {
        Bson ofClient = and(
                eq(Names.SERVICE, service.value()),
                eq(Names.CLIENT, client.value()),
                eq(Names.CLIENT_GENERATION, state.generation().value()));
        Document grant = new Document(Names.HEAD, "$" + Names.HEAD).append(Names.GENERATION, "$" + Names.GENERATION);
        return number(List.of(
                match(ofClient),
                group(grant, Accumulators.sum(COUNT, 1)),
                project(new Document(Names.HEAD, "$_id." + Names.HEAD)
                        .append(Names.GENERATION, "$_id." + Names.GENERATION)
                        .append(COUNT, 1)),
                Joins.WITH_HEAD,
                GRANT_STANDS,
                group(null, Accumulators.sum(COUNT, "$" + COUNT))));
    }

    private int number(List<Bson> pipeline) {
        return run(pipeline, found -> {
            Document first = found.first();
            return first == null ? 0 : first.getInteger(COUNT);
        });
    }

    private <T> T run(List<Bson> pipeline, Function<AggregateIterable<Document>, T> read) {
        return database.call(
                Collections.TOKEN,
                tokens -> read.apply(tokens.aggregate(pipeline).allowDiskUse(true)));
    }

    private static Bson isOneOf(String field, String joined) {
        return expr(new Document("$in", List.of("$" + field, "$" + joined + "." + Names.GENERATION)));
    }
}
