package dev.grantkeep.benchmark.floor;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

// floor_token { _id: hash, expiresAt, clientId, subject?, scopes }
// floor_refresh { _id: number, hash, accessHash, expiresAt, clientId, subject, scopes }, unique (hash): an _id is final
/** The statements on MongoDB, each a command on one document. */
@Singleton
@Requires(env = "mongo")
final class MongoFloorTable implements FloorTable {
    private final MongoCollection<Document> tokens;
    private final MongoCollection<Document> refreshTokens;

    MongoFloorTable(MongoDatabase database) {
        tokens = database.getCollection("floor_token");
        refreshTokens = database.getCollection("floor_refresh");
    }

    @Override
    public @Nullable Token find(byte[] hash) {
        return read(tokens.find(eq("_id", new Binary(hash))).first());
    }

    @Override
    public @Nullable Token findRefresh(byte[] hash) {
        return read(refreshTokens.find(eq("hash", new Binary(hash))).first());
    }

    @Override
    public void add(byte[] hash, Token token) {
        Document document = new Document("_id", new Binary(hash))
                .append("expiresAt", token.expiresAt())
                .append("clientId", token.clientId());
        if (token.subject() != null) {
            document.append("subject", token.subject());
        }
        tokens.insertOne(document.append("scopes", token.scopes()));
    }

    @Override
    public boolean rotate(byte[] oldHash, byte[] newHash, byte[] newAccessHash, long expiresAt) {
        return refreshTokens
                        .updateOne(
                                eq("hash", new Binary(oldHash)),
                                combine(
                                        set("hash", new Binary(newHash)),
                                        set("accessHash", new Binary(newAccessHash)),
                                        set("expiresAt", expiresAt)))
                        .getMatchedCount()
                == 1;
    }

    private static @Nullable Token read(@Nullable Document document) {
        return document == null
                ? null
                : new Token(
                        document.getLong("expiresAt"),
                        document.getLong("clientId"),
                        document.getString("subject"),
                        document.getString("scopes"));
    }
}
