package dev.grantkeep.adapter.mongo.step;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndDeleteOptions;
import dev.grantkeep.adapter.mongo.bson.Filter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.adapter.mongo.client.StoredClients;
import dev.grantkeep.adapter.mongo.connection.Database;
import dev.grantkeep.adapter.mongo.grant.StoredHeads;
import dev.grantkeep.adapter.mongo.index.Collections;
import dev.grantkeep.adapter.mongo.service.StoredServices;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.TokenId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

// step { _id: hash + kind + service, service, kind, secondKey?: likewise, client?, subject?,
//        head?: "service/client/subject", clientGeneration?, generation?, rewriteNumber?, expiresAt,
//        settledAs?: token id, payload, version?: absent is the first }
// Sharded by { _id: "hashed" }; every query is by _id but that by the second hash (second), and the head's by its own.
/** The collection {@code step}. */
@Singleton
final class MongoStepStore implements StepStore {
    private final Database database;
    private final StoredHeads heads;
    private final StoredServices services;
    private final StoredClients clients;

    MongoStepStore(Database database, StoredHeads heads, StoredServices services, StoredClients clients) {
        this.database = database;
        this.heads = heads;
        this.services = services;
        this.clients = clients;
    }

    @Override
    public Saved add(Step step, @Nullable SettingsVersions basis) {
        return isCurrent(basis) ? database.add(Collections.STEP, StepDocuments.write(step)) : Saved.STALE;
    }

    /** Whoever changes settings before the write that this is asked for comes before everything that follows from it. */
    private boolean isCurrent(@Nullable SettingsVersions basis) {
        return basis == null || (services.isAt(basis) && clients.isAt(basis));
    }

    @Override
    public <T> Optional<StepInContext<T>> find(StepKey<T> key) {
        return find(key, at(key)).or(() -> isMoved(key) ? find(key, at(key)) : Optional.empty());
    }

    @Override
    public <T> Optional<StepInContext<T>> findBySecond(StepKey<T> second) {
        return find(second, eq(Names.SECOND_KEY, Keys.of(second)));
    }

    /** The step is read first: what is revoked between the two reads can only be seen, and never missed. */
    private <T> Optional<StepInContext<T>> find(StepKey<T> key, Bson filter) {
        return database.call(
                        Collections.STEP,
                        steps -> Optional.ofNullable(steps.find(filter).first()))
                .map(document -> StepDocuments.read(key, document))
                .map(step -> new StepInContext<>(key.kind().read(step), head(step.grantKey())));
    }

    private @Nullable HeadState head(@Nullable GrantKey grant) {
        return grant == null ? null : heads.state(grant).orElse(null);
    }

    /**
     * Whether it was, or may have been, in a collection of the release before, which may still write there while this one
     * runs beside it. It is taken from there first, so that it is used once.
     */
    private <T> boolean isMoved(StepKey<T> key) {
        @Nullable String collection = Collections.FORMER_STEPS.get(key.kind().number());
        if (collection == null) {
            return false;
        }
        database.call(
                        collection,
                        steps -> Optional.ofNullable(
                                steps.findOneAndDelete(eq(Names.ID, Keys.of(key.hash(), key.service())))))
                .ifPresent(former -> add(StepDocuments.readFormer(key, former)));
        return true;
    }

    @Override
    public boolean settle(StepKey<?> key, TokenId token) {
        return changed(key, set(Names.SETTLED_AS, Keys.of(token)));
    }

    @Override
    public boolean rewrite(Step step) {
        return changed(step.key(), set(StepDocuments.PAYLOAD, StepDocuments.payload(step)));
    }

    @Override
    public boolean replace(Step next, @Nullable SettingsVersions basis) {
        return isCurrent(basis)
                && changed(and(at(next.key()), Filter.before(next.version())), StepDocuments.replacement(next));
    }

    private boolean changed(StepKey<?> key, Bson change) {
        return changed(at(key), change);
    }

    private boolean changed(Bson step, Bson change) {
        Bson pending = and(step, Filter.absent(Names.SETTLED_AS));
        return database.call(
                Collections.STEP, steps -> steps.updateOne(pending, change).getMatchedCount() > 0);
    }

    @Override
    public boolean take(StepKey<?> key) {
        Optional<Document> removed = database.call(
                Collections.STEP,
                steps -> Optional.ofNullable(steps.findOneAndDelete(
                        at(key), new FindOneAndDeleteOptions().projection(include(Names.HEAD)))));
        removed.map(step -> step.getString(Names.HEAD)).ifPresent(head -> heads.mark(List.of(head)));
        return removed.isPresent();
    }

    private static Bson at(StepKey<?> key) {
        return eq(Names.ID, Keys.of(key));
    }
}
