package dev.grantkeep.benchmark.mongo;

import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * Documents as Grantkeep itself writes them: they mirror its collections {@code client}, {@code grant_head} and
 * {@code token}.
 *
 * @param clientGeneration what the clients' documents have
 */
record GrantkeepDocuments(Tenant tenant, long clientGeneration) {
    private static final Duration ACCESS_LIFE = Duration.ofDays(1);

    /** A copy of a client that was made through the API, with an id that follows its own. */
    static Document client(Document original, int i) {
        Document copy = new Document(original);
        copy.put(Names.ID, original.getLong(Names.ID) + i);
        copy.put("number", original.getInteger("number") + i);
        copy.put(Names.CREATED_AT, plus(original.getDate(Names.CREATED_AT), i));
        return copy;
    }

    /** It remembers what was granted, as after any authorization by a user. */
    Document head(Shape shape, long pair, Instant now) {
        GrantKey key = key(shape, pair);
        return new Document(Names.ID, Keys.of(key))
                .append(Names.SERVICE, key.service().value())
                .append(Names.CLIENT, key.client().value())
                .append(Names.SUBJECT, key.subject().value())
                .append(Names.VERSION, 1L)
                .append(Names.GENERATION, Values.generation(shape.name(), pair))
                .append("rewriteNumber", 0)
                .append("rewriteScopes", "")
                .append(
                        "granted",
                        new Document("latest", shape.scopes())
                                .append("merged", shape.scopes())
                                .append(Names.MODIFIED_AT, Date.from(now)))
                .append(Names.CREATED_AT, Date.from(now))
                .append(Names.MODIFIED_AT, Date.from(now));
    }

    /**
     * Access and refresh token of the authorization code flow. The tokens of a pair do not stand side by side, as if
     * they had been issued over time.
     *
     * @param i from 1 to the shape's number of tokens
     * @param newest when the last one was issued
     */
    Document token(Shape shape, long i, Instant newest) {
        GrantKey key = key(shape, i % shape.pairs());
        Instant createdAt = newest.minus(shape.between().multipliedBy(shape.tokens() - i));
        TokenId id = Values.id(shape.name(), i, createdAt);
        Date end = Date.from(createdAt.plus(Shape.LIFE));
        return new Document(Names.ID, Keys.of(id, key.service()))
                .append(Names.SERVICE, key.service().value())
                .append(Names.CLIENT, key.client().value())
                .append(Names.SUBJECT, key.subject().value())
                .append(Names.HEAD, Keys.of(key))
                .append("grantType", GrantType.AUTHORIZATION_CODE.name())
                .append(Names.CLIENT_GENERATION, clientGeneration)
                .append(Names.GENERATION, Values.generation(shape.name(), i % shape.pairs()))
                .append("rewriteNumber", 0)
                .append(Names.ACCESS_KEY, Keys.of(new TokenValue(shape.accessToken(i)).hash(), key.service()))
                .append(Names.ACCESS_EXPIRES_AT, Date.from(createdAt.plus(ACCESS_LIFE)))
                .append("scopes", shape.scopes())
                .append(Names.REFRESH_KEY, Keys.of(Values.refresh(id).hash(), key.service()))
                .append("refreshExpiresAt", end)
                .append(Names.CREATED_AT, Date.from(createdAt))
                .append(Names.LAST_USED_AT, Date.from(createdAt))
                .append(Names.PURGE_AT, end)
                .append(Names.VERSION, 1L);
    }

    /**
     * A code of one of the shape's pairs.
     *
     * @param issued one that was issued
     * @param expires when it expires
     */
    Document code(Shape shape, Document issued, long i, Instant expires) {
        long pair = i % shape.pairs();
        GrantKey key = key(shape, pair);
        Document copy = new Document(issued);
        copy.put(Names.ID, Keys.of(StepKinds.CODE.key(key.service(), new TokenValue(shape.code(i)).hash())));
        copy.put(Names.CLIENT, key.client().value());
        copy.put(Names.SUBJECT, key.subject().value());
        copy.put(Names.HEAD, Keys.of(key));
        copy.put(Names.GENERATION, Values.generation(shape.name(), pair));
        copy.put(Names.EXPIRES_AT, Date.from(expires));
        Document payload = new Document(issued.get("payload", Document.class));
        Document request = new Document(payload.get("request", Document.class));
        request.put("client", key.client().value());
        payload.put("request", request);
        copy.put("payload", payload);
        return copy;
    }

    GrantKey key(Shape shape, long pair) {
        return new GrantKey(
                new ServiceId(tenant.service()),
                new ClientId(tenant.client() + pair * 7919 % Dataset.CLIENTS),
                new Subject(shape.subject(pair)));
    }

    private static Date plus(Date date, long millis) {
        return Date.from(date.toInstant().plusMillis(millis));
    }
}
