package dev.grantkeep.benchmark.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.benchmark.data.Dataset;
import dev.grantkeep.benchmark.data.Revival;
import dev.grantkeep.benchmark.data.Shape;
import dev.grantkeep.benchmark.data.StoredBytes;
import dev.grantkeep.benchmark.data.Tenant;
import dev.grantkeep.benchmark.process.Waiting;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** Documents written straight into the collections, in large batches. */
final class MongoDataset implements Dataset {
    private static final int BATCH = 2_000;
    private static final int NO_SUCH_COMMAND = 59;

    /** How often a server writes everything to disk by itself, and a little more. */
    private static final Duration CHECKPOINT = Duration.ofSeconds(65);

    /** Longer than any run. */
    private static final Duration CODE_LIFE = Duration.ofHours(6);

    private final MongoClient client;
    private final MongoDatabase database;
    private final Tenant tenant;

    MongoDataset(MongoClient client, String database, Tenant tenant) {
        this.client = client;
        this.database = client.getDatabase(database);
        this.tenant = tenant;
    }

    @Override
    public void prepare() {
        Document original = originalClient();
        insert(Collections.CLIENT, 1, CLIENTS - 1, i -> GrantkeepDocuments.client(original, (int) i));
    }

    @Override
    public void add(Shape shape) {
        GrantkeepDocuments documents = documents();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        insert(Collections.GRANT_HEAD, 0, shape.pairs() - 1, pair -> documents.head(shape, pair, now));
        insert(Collections.TOKEN, 1, shape.tokens(), i -> documents.token(shape, i, now.minus(shape.age())));
    }

    @Override
    public void addCodes(Shape shape, String issued, long count) {
        GrantkeepDocuments documents = documents();
        Binary key = Keys.of(StepKinds.CODE.key(new ServiceId(tenant.service()), new TokenValue(issued).hash()));
        Document original = Objects.requireNonNull(
                collection(Collections.STEP).find(eq(Names.ID, key)).first(), "the issued code");
        Instant expires = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(CODE_LIFE);
        insert(Collections.STEP, 1, count, i -> documents.code(shape, original, i, expires));
    }

    @Override
    public void addFloor(long tokens) {
        FloorDocuments documents = new FloorDocuments(tenant, System.currentTimeMillis());
        Shape bulk = Shape.bulk(tokens);
        insert(FloorDocuments.TOKEN, 1, tokens, i -> documents.token(bulk, i));
        collection(FloorDocuments.REFRESH).createIndex(Indexes.ascending("hash"), new IndexOptions().unique(true));
        insert(FloorDocuments.REFRESH, 1, tokens, i -> documents.refresh(bulk, i));
    }

    /** A user may not be allowed to say when the server writes to disk. The stand-in has none. */
    @Override
    public void settle() {
        try {
            client.getDatabase("admin").runCommand(new Document("fsync", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != NO_SUCH_COMMAND) {
                Waiting.pause(CHECKPOINT);
            }
        }
    }

    @Override
    public List<String> refreshTokens(Shape bulk, int first, int count) {
        List<Binary> keys = numbers(first, count)
                .mapToObj(i -> Keys.of(new TokenValue(bulk.accessToken(i)).hash(), new ServiceId(tenant.service())))
                .toList();
        return collection(Collections.TOKEN)
                .find(in(Names.ACCESS_KEY, keys))
                .projection(include(Names.CLIENT))
                .map(token -> Values.refresh(Keys.tokenId(token.get(Names.ID, Binary.class)))
                                .value() + " " + token.getLong(Names.CLIENT))
                .into(new ArrayList<>());
    }

    @Override
    public List<String> floorRefreshTokens(int first, int count) {
        return numbers(first, count)
                .mapToObj(i -> FloorDocuments.refreshToken(i).value() + " 1")
                .toList();
    }

    @Override
    public long endingTokens() {
        return collection(Collections.TOKEN)
                .countDocuments(endedAt(Instant.now().plus(1, ChronoUnit.HOURS)));
    }

    @Override
    public boolean hasExpiredTokens() {
        return collection(Collections.TOKEN).countDocuments(endedAt(Instant.now()), new CountOptions().limit(1)) > 0;
    }

    @Override
    public Revival revival() {
        return new MongoRevival(collection(Collections.GRANT_HEAD), documents());
    }

    @Override
    public StoredBytes bytes() {
        return MongoBytes.of(database).stored();
    }

    private static LongStream numbers(int first, int count) {
        return LongStream.range(first, (long) first + count).map(number -> number * REFRESH_STEP);
    }

    private static Bson endedAt(Instant instant) {
        return lt(Names.PURGE_AT, Date.from(instant));
    }

    private GrantkeepDocuments documents() {
        return new GrantkeepDocuments(tenant, originalClient().getLong(Names.GENERATION));
    }

    private Document originalClient() {
        return Objects.requireNonNull(
                collection(Collections.CLIENT)
                        .find(eq(Names.ID, tenant.client()))
                        .first(),
                "the tenant's client");
    }

    private void insert(String collection, long first, long last, LongFunction<Document> document) {
        MongoCollection<Document> documents = collection(collection);
        for (long start = first; start <= last; start += BATCH) {
            documents.insertMany(
                    LongStream.rangeClosed(start, Math.min(last, start + BATCH - 1))
                            .mapToObj(document)
                            .toList(),
                    new InsertManyOptions().ordered(false));
        }
    }

    private MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }
}
