package dev.grantkeep.adapter.mongo.testing;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * Gives the stand-in what MongoDB promises for one document: a read sees it before or after a write, never in between.
 * By itself it changes stored documents field by field while others read them.
 */
final class AtomicBackend extends MemoryBackend {
    @Override
    public synchronized Document handleMessage(MongoMessage message) {
        return super.handleMessage(message).cloneDeeply();
    }
}
