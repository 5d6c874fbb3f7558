package dev.grantkeep.adapter.mongo.grant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.bson.State;
import dev.grantkeep.adapter.mongo.client.StoredClients;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.event.EventNotes;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Happened;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.ClientState;
import dev.grantkeep.domain.token.HeadState;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

// grant_head { _id: "service/client/subject", service, client, subject, version, generation, codeGeneration?,
//              rewriteNumber, rewriteScopes, granted?: {latest, merged, modifiedAt}, createdAt, modifiedAt, former?:
// [generation],
//              reclaimAt?, lookAt?, events? }
// Scopes are space-joined. Sharded by { subject: "hashed", service: 1 }; every query below names both.
//   find, add, replace   _id
//   of a subject         subject (service, subject, client)
//   count of tokens      token: pair (service, client, head, generation, clientGeneration), the index alone
/** The collection {@code grant_head}. */
@Singleton
final class MongoGrantStore implements GrantStore {
    private final Database database;
    private final StoredServices services;
    private final StoredClients clients;
    private final StoredHeads heads;
    private final EventNotes events;

    MongoGrantStore(
            Database database, StoredServices services, StoredClients clients, StoredHeads heads, EventNotes events) {
        this.database = database;
        this.services = services;
        this.clients = clients;
        this.heads = heads;
        this.events = events;
    }

    /** Who finds no head has nothing to revoke, so a miss counts only if all that was acknowledged is seen. */
    @Override
    public Optional<GrantHead> find(GrantKey key) {
        return database.call(Collections.GRANT_HEAD, documents -> find(documents, key))
                .or(() -> database.decide(Collections.GRANT_HEAD, documents -> find(documents, key)));
    }

    @Override
    public Saved add(Change<GrantHead> change) {
        return database.add(
                Collections.GRANT_HEAD, events.in(HeadDocuments.write(change.state()), Happened.toGrant(change)));
    }

    @Override
    public Saved replace(Change<GrantHead> change) {
        GrantHead head = change.state();
        Document next = HeadDocuments.write(head);
        Bson previous = and(StoredHeads.at(head.key()), Filter.before(head.version()));
        Bson write = events.update(
                next, Happened.toGrant(change), HeadDocuments.GRANTED, Names.LOOK_AT, Names.CODE_GENERATION);
        return database.save(Collections.GRANT_HEAD, new State(previous, head.generation(), next, write)::replaceIn);
    }

    /** For revoking them, so none that was acknowledged may be missed. */
    @Override
    public List<GrantHead> ofSubject(ServiceId service, Subject subject, @Nullable ClientId after, int limit) {
        Bson all = and(eq(Names.SERVICE, service.value()), eq(Names.SUBJECT, subject.value()));
        return database.decide(
                Collections.GRANT_HEAD,
                documents -> documents
                        .find(after == null ? all : and(all, gt(Names.CLIENT, after.value())))
                        .sort(Sorts.ascending(Names.CLIENT))
                        .limit(limit)
                        .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                        .map(HeadDocuments::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public int countTokens(GrantKey key) {
        if (!services.exists(key.service())) {
            return 0;
        }
        return clients.state(key.service(), key.client())
                .flatMap(client -> heads.state(key).map(head -> countTokens(key, head, client)))
                .orElse(0);
    }

    private static Optional<GrantHead> find(MongoCollection<Document> documents, GrantKey key) {
        return Optional.ofNullable(documents
                        .find(StoredHeads.at(key))
                        .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                        .first())
                .map(HeadDocuments::read);
    }

    private int countTokens(GrantKey key, HeadState head, ClientState client) {
        Bson current = and(
                eq(Names.SERVICE, key.service().value()),
                eq(Names.CLIENT, key.client().value()),
                eq(Names.HEAD, Keys.of(key)),
                eq(Names.GENERATION, head.generation().value()),
                eq(Names.CLIENT_GENERATION, client.generation().value()));
        return database.call(Collections.TOKEN, tokens -> Math.toIntExact(tokens.countDocuments(current)));
    }
}
