package dev.grantkeep.adapter.mongo.index;

import static dev.grantkeep.adapter.mongo.bson.Names.ACCESS_KEY;
import static dev.grantkeep.adapter.mongo.bson.Names.ALIAS_KEY;
import static dev.grantkeep.adapter.mongo.bson.Names.CLIENT;
import static dev.grantkeep.adapter.mongo.bson.Names.CLIENT_GENERATION;
import static dev.grantkeep.adapter.mongo.bson.Names.CREATED_AT;
import static dev.grantkeep.adapter.mongo.bson.Names.DEVELOPER;
import static dev.grantkeep.adapter.mongo.bson.Names.EVENTS_SERVICE;
import static dev.grantkeep.adapter.mongo.bson.Names.EXPIRES_AT;
import static dev.grantkeep.adapter.mongo.bson.Names.GENERATION;
import static dev.grantkeep.adapter.mongo.bson.Names.HEAD;
import static dev.grantkeep.adapter.mongo.bson.Names.ID;
import static dev.grantkeep.adapter.mongo.bson.Names.LOOK_AT;
import static dev.grantkeep.adapter.mongo.bson.Names.ORIGIN_KEY;
import static dev.grantkeep.adapter.mongo.bson.Names.PURGE_AT;
import static dev.grantkeep.adapter.mongo.bson.Names.RECLAIM_AT;
import static dev.grantkeep.adapter.mongo.bson.Names.REFRESH_KEY;
import static dev.grantkeep.adapter.mongo.bson.Names.SEAT_KEY;
import static dev.grantkeep.adapter.mongo.bson.Names.SECOND_KEY;
import static dev.grantkeep.adapter.mongo.bson.Names.SECRET_HASH;
import static dev.grantkeep.adapter.mongo.bson.Names.SERVICE;
import static dev.grantkeep.adapter.mongo.bson.Names.SUBJECT;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

// The shard keys, for who shards the database, before its first use (every collection works unsharded as well):
//   token               { accessKey: "hashed" }              introspection goes to one shard
//   grant_head          { subject: "hashed", service: 1 }    a function of the _id, so the _id is unique in the cluster
//   step                { _id: "hashed" }
//   service, client     not sharded: they are few, and the alias of a client is unique by an index
/**
 * All indexes, beside the one that each collection has on {@code _id}:
 *
 * <ul>
 *   <li>service: the service's number
 *   <li>client: the client's number
 *   <li>grant_head: {@code service/client/subject}
 *   <li>token: the token's id with its service
 *   <li>step: the hash with its kind and service
 * </ul>
 */
public final class MongoIndexes {
    /**
     * How long after its instant the server itself removes what the sweeper has not. So long the clocks of the server
     * and of Grantkeep may differ without anything going early, and the sweeper comes first.
     */
    public static final Duration EXPIRY_GRACE = Duration.ofHours(1);

    /** Of a unique index: it cannot be (CannotCreateIndex), or there is one that is not unique (the conflicts). */
    private static final Set<Integer> REFUSALS = Set.of(67, 85, 86);

    private static final String TELLING = "what happened in a service and was not told yet";

    private static final List<Index> ALL = List.of(
            service("created", IndexKind.PLAIN, "list", CREATED_AT, ID),
            service("secret", IndexKind.SPARSE, "owner of a secret", SECRET_HASH),
            service("reclaim", IndexKind.SPARSE, "reclaim what removed services left", RECLAIM_AT),
            service("events", IndexKind.SPARSE, TELLING, EVENTS_SERVICE),
            client("events", IndexKind.SPARSE, TELLING, EVENTS_SERVICE),
            head("events", IndexKind.SPARSE, TELLING, EVENTS_SERVICE),
            token("events", IndexKind.SPARSE, TELLING, EVENTS_SERVICE),
            client("alias", IndexKind.UNIQUE_SPARSE, "find by alias", ALIAS_KEY),
            client("seat", IndexKind.UNIQUE_SPARSE, "keep the clients of a developer within the limit", SEAT_KEY),
            client("created", IndexKind.PLAIN, "list; reclaim of a removed service", SERVICE, CREATED_AT, ID),
            client("developer", IndexKind.PLAIN, "list of a developer", SERVICE, DEVELOPER, CREATED_AT, ID),
            client("reclaim", IndexKind.SPARSE, "reclaim what was cut off", RECLAIM_AT),
            head("subject", IndexKind.PLAIN, "heads of a subject", SERVICE, SUBJECT, CLIENT),
            head("client", IndexKind.PLAIN, "reclaim of a removed client", SERVICE, CLIENT),
            head("reclaim", IndexKind.SPARSE, "reclaim what was revoked", RECLAIM_AT),
            head("look", IndexKind.SPARSE, "reclaim empty heads", LOOK_AT),
            token("access", IndexKind.UNIQUE, "find by access token, here or elsewhere", ACCESS_KEY),
            token("refresh", IndexKind.UNIQUE_SPARSE_UNLESS_SHARDED, "find by refresh token", REFRESH_KEY),
            token("origin", IndexKind.UNIQUE_SPARSE_UNLESS_SHARDED, "find by first refresh token", ORIGIN_KEY),
            token(
                    "pair",
                    IndexKind.PLAIN,
                    "count of a pair or client; list of a client; reclaim of a grant, client or service",
                    SERVICE,
                    CLIENT,
                    HEAD,
                    GENERATION,
                    CLIENT_GENERATION),
            token("created", IndexKind.PLAIN, "list of a service", SERVICE, ID),
            token("purge", IndexKind.EXPIRING, "reclaim expired tokens", PURGE_AT),
            step("second", IndexKind.UNIQUE_SPARSE_UNLESS_SHARDED, "find by the second hash", SECOND_KEY),
            step("owner", IndexKind.PLAIN, "reclaim of a grant, client or service", SERVICE, CLIENT, HEAD, GENERATION),
            step("expiry", IndexKind.EXPIRING, "reclaim expired steps", EXPIRES_AT));

    private MongoIndexes() {}

    /**
     * Creates the indexes that are missing. It is quick if none is, and several nodes may do it at once.
     *
     * @param maybeSharded whether collections may be sharded
     * @throws com.mongodb.MongoException if the server cannot do it now, or has other indexes of the same names
     */
    public static void ensure(MongoDatabase database, boolean maybeSharded) {
        ALL.forEach(index -> ensure(database.getCollection(index.collection()), index, maybeSharded));
    }

    /**
     * The indexes that are missing, as {@code collection.name}.
     *
     * @throws com.mongodb.MongoException if the server cannot tell
     */
    public static List<String> missing(MongoDatabase database) {
        return ALL.stream()
                .filter(index -> !namesIn(database, index.collection()).contains(index.name()))
                .map(index -> index.collection() + "." + index.name())
                .toList();
    }

    private static Set<String> namesIn(MongoDatabase database, String collection) {
        Set<String> names = new HashSet<>();
        database.getCollection(collection)
                .listIndexes()
                .forEach(index -> names.add(String.valueOf(index.getString("name"))));
        return names;
    }

    private static void ensure(MongoCollection<Document> collection, Index index, boolean maybeSharded) {
        try {
            collection.createIndex(index.fields(), index.options());
        } catch (MongoCommandException e) {
            boolean mayBePlain = maybeSharded && index.kind() == IndexKind.UNIQUE_SPARSE_UNLESS_SHARDED;
            if (!mayBePlain || !REFUSALS.contains(e.getErrorCode())) {
                throw e;
            }
            collection.createIndex(index.fields(), index.plainOptions());
        }
    }

    private static Index service(String name, IndexKind kind, String serves, String... keys) {
        return new Index(Collections.SERVICE, name, kind, List.of(keys), serves);
    }

    private static Index client(String name, IndexKind kind, String serves, String... keys) {
        return new Index(Collections.CLIENT, name, kind, List.of(keys), serves);
    }

    private static Index head(String name, IndexKind kind, String serves, String... keys) {
        return new Index(Collections.GRANT_HEAD, name, kind, List.of(keys), serves);
    }

    private static Index token(String name, IndexKind kind, String serves, String... keys) {
        return new Index(Collections.TOKEN, name, kind, List.of(keys), serves);
    }

    private static Index step(String name, IndexKind kind, String serves, String... keys) {
        return new Index(Collections.STEP, name, kind, List.of(keys), serves);
    }
}
