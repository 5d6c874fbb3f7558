package dev.grantkeep.benchmark.standin;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/** A database whose collections use every index. */
final class IndexedDatabase extends MemoryDatabase {
    private final CursorRegistry cursors;

    IndexedDatabase(String name, CursorRegistry cursors) {
        super(name, cursors);
        this.cursors = cursors;
    }

    @Override
    protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
        return new IndexedCollection(this, name, options, cursors);
    }

    /** An aggregation begins with all documents, unless it is seen here that it keeps those of one query only. */
    @Override
    public synchronized Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        if (command.equals("aggregate")
                && resolveCollection(String.valueOf(query.get(command)), false)
                        instanceof IndexedCollection collection) {
            return collection.beginningWith(
                    firstMatch(query), () -> super.handleCommand(channel, command, query, resolver, oplog));
        }
        return super.handleCommand(channel, command, query, resolver, oplog);
    }

    private static Document firstMatch(Document aggregation) {
        return aggregation.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.get(0) instanceof Document stage
                        && stage.get("$match") instanceof Document match
                ? match
                : new Document();
    }

    @Override
    protected Index<Integer> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(name, keys, sparse);
    }
}
