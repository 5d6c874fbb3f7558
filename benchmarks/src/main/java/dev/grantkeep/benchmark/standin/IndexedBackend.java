package dev.grantkeep.benchmark.standin;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * mongo-java-server with two things that MongoDB has and it has not. A read sees a document before or after a write,
 * never in between. And indexes that are not unique are used; without them, all that would be seen to grow is the time
 * for looking at every document.
 */
final class IndexedBackend extends MemoryBackend {
    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        return super.handleMessage(message).cloneDeeply();
    }

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getCursorRegistry());
    }
}
