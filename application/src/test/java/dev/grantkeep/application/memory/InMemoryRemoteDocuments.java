package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.application.port.out.remote.DocumentKind;
import dev.grantkeep.application.port.out.remote.Fetched;
import dev.grantkeep.application.port.out.remote.Remembered;
import dev.grantkeep.application.port.out.remote.RemoteDocument;
import dev.grantkeep.application.port.out.remote.RemoteDocuments;
import dev.grantkeep.application.port.out.remote.Unreachable;
import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents that a test publishes, without a network. An address at which nothing is published is not public. */
public final class InMemoryRemoteDocuments implements RemoteDocuments {
    private final Clock clock;
    private final Map<DocumentAddress, Published> published = new HashMap<>();
    private final Map<Key, Remembered> remembered = new HashMap<>();
    private final Map<DocumentAddress, Integer> fetches = new HashMap<>();

    public InMemoryRemoteDocuments(Clock clock) {
        this.clock = clock;
    }

    /** From now on this is at the address; its server says nothing about how long it lives. */
    public DocumentAddress publish(String address, String text) {
        return publish(new DocumentAddress(address), text, Optional.empty());
    }

    /**
     * From now on this is at the address.
     *
     * @param life what its server says
     */
    public synchronized DocumentAddress publish(DocumentAddress address, String text, Optional<Duration> life) {
        published.put(address, new Published(text, life, null));
        return address;
    }

    /** From now on this is why there is nothing to be had at the address. */
    public synchronized DocumentAddress fail(DocumentAddress address, Reason reason) {
        published.put(address, new Published("", Optional.empty(), reason));
        return address;
    }

    /** How often the document was not answered from a copy. */
    public synchronized int fetches(DocumentAddress address) {
        return fetches.getOrDefault(address, 0);
    }

    @Override
    public synchronized Fetched fetch(DocumentAddress address, DocumentKind kind) {
        Key key = new Key(address, kind);
        Instant now = clock.now();
        return of(key).answer(now).orElseGet(() -> fetched(key, of(key), now));
    }

    @Override
    public synchronized Fetched fetchNewer(RemoteDocument unfit, DocumentKind kind) {
        Key key = new Key(unfit.address(), kind);
        Instant now = clock.now();
        return of(key).answerAfter(unfit, now).orElseGet(() -> fetched(key, of(key).afterDemand(now), now));
    }

    private Remembered of(Key key) {
        return remembered.getOrDefault(key, Remembered.NOTHING);
    }

    private Fetched fetched(Key key, Remembered before, Instant now) {
        fetches.merge(key.address(), 1, Integer::sum);
        Fetched fetched = published
                .getOrDefault(key.address(), new Published("", Optional.empty(), Reason.NOT_PUBLIC))
                .fetched(key, now);
        Remembered after = before.after(fetched, now);
        remembered.put(key, after);
        return after.answer(now).orElse(fetched);
    }

    private record Key(DocumentAddress address, DocumentKind kind) {}

    private record Published(
            String text, Optional<Duration> life, @Nullable Reason failure) {
        Fetched fetched(Key key, Instant now) {
            return failure == null
                    ? new RemoteDocument(
                            key.address(), text, now, now.plus(key.kind().life(life)))
                    : new Unreachable(key.address(), failure);
        }
    }
}
