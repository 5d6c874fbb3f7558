package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.RemoteDocumentsContract;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import java.time.Duration;
import java.util.Optional;

final class InMemoryRemoteDocumentsTest extends RemoteDocumentsContract {
    private final InMemoryRemoteDocuments documents = new InMemoryRemoteDocuments(clock());

    @Override
    protected RemoteDocuments documents() {
        return documents;
    }

    @Override
    protected void publish(DocumentAddress address, String text, Optional<Duration> life) {
        documents.publish(address, text, life);
    }

    @Override
    protected void fail(DocumentAddress address, Reason reason) {
        documents.fail(address, reason);
    }

    @Override
    protected int fetches(DocumentAddress address) {
        return documents.fetches(address);
    }
}
