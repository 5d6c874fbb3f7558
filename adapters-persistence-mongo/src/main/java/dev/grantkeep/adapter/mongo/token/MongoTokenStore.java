package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.client.StoredClients;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.event.EventNotes;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

// token { _id: id + service, service, client, subject?, head?: "service/client/subject", grantType, clientGeneration,
//         generation?, rewriteNumber?, accessKey: hash + service, accessExpiresAt, scopes, refreshKey?: hash + service,
//         refreshExpiresAt?, refreshScopes?, originKey?: hash + service, properties?, details?, createdAt,
//         lastRefreshedAt?, lastUsedAt, purgeAt, version, events? }
// What is left of a removed one until its events are told: { _id, service, accessKey: its _id, removed: true, events }.
// Sharded by { accessKey: "hashed" }.
//   by access token; note of use   access (accessKey), unique          one shard
//   by refresh token               refresh (refreshKey), unique        all shards
//   by first refresh token         origin (originKey), unique          all shards
//   by id                          _id                                 all shards
//   replace, remove                _id, with the accessKey on a cluster
//   elsewhere                      a range of the same indexes         all shards
/** The collection {@code token}. */
@Singleton
final class MongoTokenStore implements TokenStore {
    private final Database database;
    private final StoredServices services;
    private final StoredClients clients;
    private final TokenLook look;
    private final TokenRemoval removal;
    private final StepStore steps;
    private final EventNotes events;

    MongoTokenStore(
            Database database,
            StoredServices services,
            StoredClients clients,
            TokenLook look,
            TokenRemoval removal,
            StepStore steps,
            EventNotes events) {
        this.database = database;
        this.services = services;
        this.clients = clients;
        this.look = look;
        this.removal = removal;
        this.steps = steps;
        this.events = events;
    }

    /**
     * Looks at the basis, then stores. What changes between the two changes while the call runs, so the token counts as
     * issued before it; and if the client is cut off, locked or removed meanwhile, the token is as dead as all others.
     */
    @Override
    public Saved add(Change<TokenRecord> token, SettingsVersions basis) {
        if (!services.isAt(basis) || !clients.isAt(basis)) {
            return Saved.STALE;
        }
        Document document = events.in(TokenDocuments.write(token.state()), Happened.toToken(token));
        Saved saved = database.add(Collections.TOKEN, document);
        return saved == Saved.SAVED && database.isRouted() ? keptApart(document) : saved;
    }

    /** The record first: cut short in between, the step is still good. */
    @Override
    public Settled settle(StepKey<?> step, Change<TokenRecord> change, SettingsVersions basis) {
        return switch (add(change, basis)) {
            case STALE -> Settled.STALE;
            case TAKEN -> Settled.TAKEN;
            case SAVED -> {
                TokenRecord token = change.state();
                if (steps.settle(step, token.id())) {
                    yield Settled.SETTLED;
                }
                removal.remove(token.service(), token.id(), new Event(Event.Kind.TOKEN_TAKEN_BACK, token.createdAt()));
                yield Settled.USED;
            }
        };
    }

    @Override
    public FoundAtVersion<TokenInContext> find(ServiceId service, TokenLocator locator) {
        return look.find(service, TokenKey.of(service, locator));
    }

    @Override
    public boolean existsElsewhere(ServiceId service, TokenLocator locator) {
        return exists(TokenKey.of(service, locator).elsewhere());
    }

    @Override
    public Saved replace(Change<TokenRecord> change) {
        TokenRecord token = change.state();
        Bson next = events.update(TokenDocuments.write(token), Happened.toToken(change), TokenDocuments.OPTIONAL);
        Bson previous = and(eq(Names.ID, Keys.of(token.id(), token.service())), Filter.before(token.version()));
        return database.isRouted()
                ? withShardKey(previous).map(stored -> replace(stored, next)).orElse(Saved.STALE)
                : replace(previous, next);
    }

    @Override
    public boolean remove(ServiceId service, TokenId id, Event event) {
        return removal.remove(service, id, event);
    }

    @Override
    public void noteUse(TokenRecord token) {
        Bson same = and(
                eq(Names.ACCESS_KEY, Keys.of(token.access().hash(), token.service())),
                eq(Names.ID, Keys.of(token.id(), token.service())),
                eq(Names.VERSION, token.version().value()));
        Bson note = combine(
                set(Names.LAST_USED_AT, Date.from(token.lastUsedAt())),
                set(Names.PURGE_AT, Date.from(token.purgeAt())));
        database.call(
                Collections.TOKEN,
                tokens -> tokens.withWriteConcern(WriteConcern.W1).updateOne(same, note));
    }

    private Saved replace(Bson previous, Bson next) {
        return database.save(
                Collections.TOKEN,
                tokens -> tokens.updateOne(previous, next).getMatchedCount() > 0 ? Saved.SAVED : Saved.STALE);
    }

    /** A router writes a document, and moves it if need be, by its whole shard key. */
    private Optional<Bson> withShardKey(Bson previous) {
        return database.call(
                Collections.TOKEN,
                tokens -> Optional.ofNullable(tokens.find(previous)
                                .projection(include(Names.ACCESS_KEY))
                                .first())
                        .map(stored -> and(previous, eq(Names.ACCESS_KEY, stored.get(Names.ACCESS_KEY)))));
    }

    /**
     * On a cluster no index keeps refresh tokens apart, and callers may choose them. So who has stored one looks whether
     * another has it too, and steps back; of two at the same moment both do.
     */
    private Saved keptApart(Document token) {
        Object refresh = token.get(Names.REFRESH_KEY);
        if (refresh == null || !exists(and(eq(Names.REFRESH_KEY, refresh), ne(Names.ID, token.get(Names.ID))))) {
            return Saved.SAVED;
        }
        Bson own = and(eq(Names.ID, token.get(Names.ID)), eq(Names.ACCESS_KEY, token.get(Names.ACCESS_KEY)));
        database.call(Collections.TOKEN, tokens -> tokens.deleteOne(own));
        return Saved.TAKEN;
    }

    private boolean exists(Bson filter) {
        return database.call(
                Collections.TOKEN,
                tokens -> tokens.find(filter)
                                .projection(include(Names.ID))
                                .limit(1)
                                .first()
                        != null);
    }
}
