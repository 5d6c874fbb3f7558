package dev.grantkeep.benchmark.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.benchmark.data.Revival;
import dev.grantkeep.benchmark.data.Shape;
import org.bson.Document;

/** Gives heads their generation back, and takes away the marks for the sweeper. */
record MongoRevival(MongoCollection<Document> heads, GrantkeepDocuments documents) implements Revival {
    @Override
    public void revive(Shape pair) {
        heads.updateOne(
                eq(Names.ID, Keys.of(documents.key(pair, 0))),
                combine(
                        set(Names.GENERATION, Values.generation(pair.name(), 0)),
                        inc(Names.VERSION, 1L),
                        unset(Names.FORMER),
                        unset(Names.RECLAIM_AT),
                        unset(Names.LOOK_AT)));
    }

    @Override
    public void close() {}
}
