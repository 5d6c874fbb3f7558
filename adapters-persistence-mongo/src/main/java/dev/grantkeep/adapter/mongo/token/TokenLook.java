package dev.grantkeep.adapter.mongo.token;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;

import dev.grantkeep.adapter.mongo.client.StoredClients;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.grant.StoredHeads;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Version;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a token record and what decides about it. The record is read first, then its head, its client and its
 * service: what was revoked before the call is seen whatever the order, and what is revoked meanwhile can only be seen
 * too. A token that carries the generation of a head that was read later was alive at that later moment, because a
 * generation never comes back.
 *
 * <p>On a standalone server or a replica set all of it is one aggregation on one server. Through a router it is four reads
 * by key, one after the other, because the documents may be on different shards.
 */
@Singleton
final class TokenLook {
    private final Database database;
    private final StoredServices services;
    private final StoredClients clients;
    private final StoredHeads heads;

    TokenLook(Database database, StoredServices services, StoredClients clients, StoredHeads heads) {
        this.database = database;
        this.services = services;
        this.clients = clients;
        this.heads = heads;
    }

    FoundAtVersion<TokenInContext> find(ServiceId service, TokenKey key) {
        return database.isRouted() ? inSteps(service, key) : atOnce(service, key);
    }

    private FoundAtVersion<TokenInContext> atOnce(ServiceId service, TokenKey key) {
        return joined(key).map(TokenLook::seen).orElseGet(() -> seen(service, null));
    }

    private Optional<Document> joined(TokenKey key) {
        return database.decide(
                Collections.TOKEN,
                tokens -> Optional.ofNullable(tokens.aggregate(List.of(
                                match(key.here()), Joins.WITH_HEAD, Joins.WITH_CLIENT, Joins.WITH_SERVICE, Joins.SLIM))
                        .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                        .first()));
    }

    private static FoundAtVersion<TokenInContext> seen(Document joined) {
        return Joins.serviceVersion(joined)
                .map(version -> new FoundAtVersion<>(version, Joins.read(joined)))
                .orElseGet(() -> new FoundAtVersion<>(null, null));
    }

    private FoundAtVersion<TokenInContext> inSteps(ServiceId service, TokenKey key) {
        return seen(service, record(key).map(this::inContext).orElse(null));
    }

    /**
     * A record that just moves to another shard, because its access token changes, may be missed by a look at all
     * shards; so a miss is looked at twice.
     */
    private Optional<TokenRecord> record(TokenKey key) {
        return key.isShardKey()
                ? recordOnItsShard(key.here())
                : recordOnAnyShard(key).or(() -> recordOnAnyShard(key));
    }

    private Optional<TokenRecord> recordOnItsShard(Bson filter) {
        return database.decide(
                Collections.TOKEN,
                tokens -> Optional.ofNullable(tokens.find(filter)
                                .maxTime(Database.READ_SECONDS, TimeUnit.SECONDS)
                                .first())
                        .map(TokenDocuments::read));
    }

    /** What is found so may be removed or refreshed already; the record's own shard decides. */
    private Optional<TokenRecord> recordOnAnyShard(TokenKey key) {
        return database.call(
                        Collections.TOKEN,
                        tokens -> Optional.ofNullable(tokens.find(key.here()).first())
                                .map(TokenDocuments::read))
                .flatMap(found ->
                        recordOnItsShard(and(key.here(), shardKeyOf(found).here())));
    }

    private static TokenKey shardKeyOf(TokenRecord token) {
        return TokenKey.of(
                token.service(), new TokenLocator.ByAccess(token.access().hash()));
    }

    private TokenInContext inContext(TokenRecord token) {
        @Nullable GrantKey grant = token.grantKey();
        @Nullable
        HeadState head = grant == null ? null : heads.decisiveState(grant).orElse(null);
        return new TokenInContext(
                token,
                head,
                clients.decisiveState(token.service(), token.client()).orElse(null));
    }

    private FoundAtVersion<TokenInContext> seen(ServiceId service, @Nullable TokenInContext found) {
        @Nullable Version version = services.decisiveVersion(service).orElse(null);
        return new FoundAtVersion<>(version, version == null ? null : found);
    }
}
