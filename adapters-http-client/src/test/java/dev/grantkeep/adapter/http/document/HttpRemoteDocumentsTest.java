package dev.grantkeep.adapter.http.document;

import dev.grantkeep.application.contract.RemoteDocumentsContract;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

final class HttpRemoteDocumentsTest extends RemoteDocumentsContract {
    private final Bench bench = new Bench(clock(), Duration.ofSeconds(30), false);

    @AfterEach
    void close() {
        bench.close();
    }

    @Override
    protected RemoteDocuments documents() {
        return bench.documents;
    }

    @Override
    protected void publish(DocumentAddress address, String text, Optional<Duration> life) {
        String control = life.map(time -> "\r\nCache-Control: max-age=" + time.toSeconds())
                .orElse("");
        bench.server.on(address.target(), "200 OK" + control, text);
    }

    @Override
    protected void fail(DocumentAddress address, Reason reason) {
        String status = switch (reason) {
            case REFUSED -> "404 Not Found";
            case FAILING -> "503 Service Unavailable";
            default -> throw new IllegalArgumentException(reason.name());
        };
        bench.server.on(address.target(), status, "");
    }

    @Override
    protected int fetches(DocumentAddress address) {
        return bench.server.requests().size();
    }
}
