package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** All that writes, by several callers at once, until the server is killed. */
final class MixedLoad {
    private static final int CALLERS = 4;

    /** Between the rounds of a caller where others have to get on beside, such as a node that starts. */
    private static final long REST_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final OAuthClient client;
    private final Told told;
    private final CountDownLatch untilTheKill;

    /** @param rounds how many are finished before the kill; what is under way then is cut off */
    MixedLoad(OAuthClient client, Told told, int rounds) {
        this.client = client;
        this.told = told;
        this.untilTheKill = new CountDownLatch(rounds);
    }

    void runUntilKilled(GrantkeepProcess process) throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                running.add(callers.submit(() -> call(new Random())));
            }
            boolean finished = untilTheKill.await(60, TimeUnit.SECONDS);
            process.kill();
            for (Future<?> caller : running) {
                caller.get();
            }
            assertThat(finished).as("the rounds were finished in a minute").isTrue();
        }
    }

    /** Until the work is done; what a caller is told meanwhile has to be what it expects. */
    void runDuring(Work work) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                running.add(callers.submit(() -> callUntil(done, new Random())));
            }
            try {
                work.run();
            } finally {
                done.set(true);
            }
            for (Future<?> caller : running) {
                caller.get();
            }
        }
    }

    private void callUntil(AtomicBoolean done, Random random) {
        while (!done.get()) {
            round(random.nextInt(20), "u" + random.nextLong(1_000_000_000_000L));
            LockSupport.parkNanos(REST_IN_NANOS);
        }
    }

    private void call(Random random) {
        try {
            while (true) {
                round(random.nextInt(20), "u" + random.nextLong(1_000_000_000_000L));
                untilTheKill.countDown();
            }
        } catch (UncheckedIOException killed) {
            // what was under way stays as it is in what callers were told
        }
    }

    private void round(int choice, String subject) {
        switch (choice) {
            case 0, 1, 2, 3 -> created(client, subject);
            case 4, 5, 6 -> scopesTaken(subject);
            case 7, 8, 9 -> pairDeleted(subject);
            case 10, 11 -> exchanged(subject);
            case 12, 13, 14, 15 -> refreshed(subject);
            case 16, 17, 18 -> revoked(subject);
            default -> clientDeleted(subject);
        }
    }

    private String created(OAuthClient by, String subject) {
        String token = by.create(subject, "scopes", List.of("read", "write"))
                .does("OK")
                .text("accessToken");
        told.alive(token, "read", "write");
        return token;
    }

    private void scopesTaken(String subject) {
        String token = created(client, subject);
        told.maybe(token);
        client.api()
                .post("client/authorization/update/" + client.id(), "subject", subject, "scopes", "read")
                .ok();
        told.alive(token, "read");
    }

    private void pairDeleted(String subject) {
        String token = created(client, subject);
        told.maybe(token);
        client.api()
                .delete("client/authorization/delete/" + client.id() + "/" + subject)
                .ok();
        told.dead(token);
    }

    private Tokens exchanged(String subject) {
        String code = client.code(subject, "read write");
        Tokens tokens = Tokens.of(client.exchange(code));
        told.alive(tokens.access(), "read", "write");
        told.usedCode(code, tokens.access());
        return tokens;
    }

    private void refreshed(String subject) {
        Tokens first = Tokens.of(client.exchange(client.code(subject, "read write")));
        told.alive(first.access(), "read", "write");
        told.maybe(first.access());
        Tokens second = client.refreshed(first);
        told.dead(first.access());
        told.alive(second.access(), "read", "write");
        told.usedRefreshToken(first.refresh(), second.access());
    }

    private void revoked(String subject) {
        Tokens tokens = Tokens.of(client.exchange(client.code(subject, "read write")));
        told.alive(tokens.access(), "read", "write");
        told.maybe(tokens.access());
        client.api()
                .post(
                        "auth/revocation",
                        "parameters",
                        Form.of("token", tokens.refresh()),
                        "clientId",
                        Long.toString(client.id()),
                        "clientSecret",
                        client.secret())
                .does("OK");
        told.dead(tokens.access());
    }

    private void clientDeleted(String subject) {
        OAuthClient other = client.tenant().client();
        String token = created(other, subject);
        told.maybe(token);
        client.api().delete("client/delete/" + other.id()).empty();
        told.dead(token);
        told.gone(other.id());
    }

    /** What is done to the nodes. */
    interface Work {
        void run() throws Exception;
    }
}
