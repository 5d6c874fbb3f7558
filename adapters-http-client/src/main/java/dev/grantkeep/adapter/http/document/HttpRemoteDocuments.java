package dev.grantkeep.adapter.http.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.Deadline;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Documents over HTTP, with copies in memory. Each address that is being fetched has one fetch, for all who wait; it goes
 * on, and what it brings is kept, though those who wait have no more time.
 *
 * <p>A fetch has a thread of the system for itself while it lasts: to look up a name blocks, and a virtual thread would
 * keep its carrier from others meanwhile. A look-up that takes longer than the fetch may leaves its thread late.
 */
final class HttpRemoteDocuments implements RemoteDocuments, AutoCloseable {
    private static final int MOST_FETCHES = 32;
    private static final int REST_SECONDS = 10;

    /** An entry without its texts, in bytes, and rather too much. */
    private static final int ENTRY = 512;

    private final Fetcher fetcher;
    private final Clock clock;
    private final Duration timeout;
    private final Cache<Key, Remembered> remembered;
    private final Map<Key, Flight> flights = new HashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            MOST_FETCHES,
            REST_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("remote-document-", 0).factory());

    /**
     * @param timeout for a fetch, with all that it waits for
     * @param mostBytes of the memory for what is remembered
     */
    HttpRemoteDocuments(Fetcher fetcher, Clock clock, Duration timeout, long mostBytes) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.timeout = timeout;
        remembered = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher(HttpRemoteDocuments::weight)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Fetched fetch(DocumentAddress address, DocumentKind kind) {
        Key key = new Key(address, kind);
        return of(key).answer(clock.now()).orElseGet(() -> current(key, null));
    }

    @Override
    public Fetched fetchNewer(RemoteDocument unfit, DocumentKind kind) {
        return current(new Key(unfit.address(), kind), unfit);
    }

    private Fetched current(Key key, @Nullable RemoteDocument unfit) {
        Flight flight;
        synchronized (flights) {
            Instant now = clock.now();
            Remembered known = of(key);
            @Nullable Flight flying = flights.get(key);
            if (flying == null) {
                Optional<Fetched> answer = unfit == null ? known.answer(now) : known.answerAfter(unfit, now);
                if (answer.isPresent()) {
                    return answer.get();
                }
                flying = begin(key, unfit != null);
            }
            flight = flying;
        }
        return awaited(key, flight);
    }

    private Flight begin(Key key, boolean demanded) {
        Flight flight = new Flight(new CompletableFuture<>(), Deadline.in(timeout));
        try {
            threads.execute(() -> fly(key, flight));
        } catch (RejectedExecutionException full) {
            flight.landed().complete(instead(key, Reason.BUSY));
            return flight;
        }
        flights.put(key, flight);
        if (demanded) {
            remembered.put(key, of(key).afterDemand(clock.now()));
        }
        return flight;
    }

    private void fly(Key key, Flight flight) {
        try {
            Fetched fetched = fetcher.fetch(key.address(), key.kind(), flight.deadline());
            Instant now = clock.now();
            synchronized (flights) {
                Remembered after = of(key).after(fetched, now);
                remembered.put(key, after);
                flights.remove(key);
                flight.landed().complete(after.answer(now).orElse(fetched));
            }
        } catch (RuntimeException | Error e) {
            synchronized (flights) {
                flights.remove(key);
            }
            flight.landed().completeExceptionally(e);
            throw e;
        }
    }

    private Fetched awaited(Key key, Flight flight) {
        long nanos = Math.min(flight.deadline().nanosLeft(), Deadline.current().nanosLeft());
        try {
            return flight.landed().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return instead(key, Reason.TOO_SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return instead(key, Reason.TOO_SLOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fetch ended in an unknown way", e);
        }
    }

    /** For whom there was no fetch that could say something about the address. */
    private Fetched instead(Key key, Reason reason) {
        Unreachable unreachable = new Unreachable(key.address(), reason);
        Instant now = clock.now();
        return of(key).after(unreachable, now).answer(now).orElse(unreachable);
    }

    private Remembered of(Key key) {
        @Nullable Remembered known = remembered.getIfPresent(key);
        return known == null ? Remembered.NOTHING : known;
    }

    private static int weight(Key key, Remembered known) {
        int text = known.document() == null ? 0 : known.document().text().length();
        return ENTRY + Character.BYTES * (2 * key.address().value().length() + text);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Key(DocumentAddress address, DocumentKind kind) {}

    /**
     * @param landed with what those who wait are answered
     * @param deadline of the fetch
     */
    private record Flight(CompletableFuture<Fetched> landed, Deadline deadline) {}
}
