package dev.grantkeep.benchmark.mongo;

import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.bson.types.Binary;

/** The floor's documents: what its commands have to have, and nothing more. They mirror nothing of Grantkeep's. */
record FloorDocuments(Tenant tenant, long now) {
    static final String TOKEN = "floor_token";
    static final String REFRESH = "floor_refresh";
    private static final String SHAPE = "f";

    /** One that is found by {@code _id}. */
    Document token(Shape bulk, long i) {
        return common(new Document("_id", hash(new TokenValue(bulk.accessToken(i)))), bulk, i, Duration.ofDays(1));
    }

    /** One that is found by a unique index, because its hash changes and an {@code _id} cannot. */
    Document refresh(Shape bulk, long i) {
        Document document = new Document("_id", i)
                .append("hash", hash(refreshToken(i)))
                .append("accessHash", hash(new TokenValue(bulk.accessToken(i))));
        return common(document, bulk, i, Shape.LIFE);
    }

    static TokenValue refreshToken(long i) {
        return Values.refresh(Values.id(SHAPE, i, Instant.EPOCH));
    }

    private Document common(Document document, Shape bulk, long i, Duration life) {
        return document.append("expiresAt", now + life.toMillis() + i)
                .append("clientId", tenant.client() + i % Dataset.CLIENTS)
                .append("subject", bulk.subject(i % bulk.pairs()))
                .append("scopes", "read write");
    }

    private static Binary hash(TokenValue value) {
        return new Binary(value.hash().bytes());
    }
}
