package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Creates, changes and deletes by several workers while something goes wrong; remembers what was told about each. */
final class LoadUnderFault implements AutoCloseable {
    private static final int WORKERS = 8;
    private static final long GLANCE_NANOS = 5_000_000;

    private final OAuthClient client;
    private final String run;
    private final Queue<TimedAnswer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger good = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean ends;

    private LoadUnderFault(OAuthClient client, String run) {
        this.client = client;
        this.run = run;
    }

    static LoadUnderFault start(OAuthClient client, String run) {
        LoadUnderFault load = new LoadUnderFault(client, run);
        for (int i = 0; i < WORKERS; i++) {
            String name = run + "-" + i + "-";
            load.running.add(load.workers.submit(() -> load.work(name)));
        }
        return load;
    }

    /** Waits for so many more good answers. */
    void awaitGood(int more) {
        int goal = good.get() + more;
        while (good.get() < goal && running.stream().noneMatch(Future::isDone)) {
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    int answered() {
        return answers.size();
    }

    @Override
    public void close() {
        ends = true;
        workers.close();
    }

    private void work(String name) {
        for (int round = 0; !ends; round++) {
            Told about = new Told(name + round);
            told.add(about);
            Optional<Answer> created = call(() -> client.create(about.subject, "scopes", List.of("read", "write")));
            if (created.isPresent()) {
                about.token = created.get().text("accessToken");
                change(about, round);
            }
        }
    }

    private void change(Told about, int round) {
        if (round % 3 == 1) {
            about.scopes = State.UNKNOWN;
            Optional<Answer> changed = call(() -> client.api()
                    .post("client/authorization/update/" + client.id(), "subject", about.subject, "scopes", "read"));
            about.scopes = changed.isPresent() ? State.CHANGED : State.UNKNOWN;
        } else if (round % 3 == 2) {
            about.life = State.UNKNOWN;
            Optional<Answer> deleted =
                    call(() -> client.api().delete("client/authorization/delete/" + client.id() + "/" + about.subject));
            about.life = deleted.isPresent() ? State.CHANGED : State.UNKNOWN;
        }
    }

    private Optional<Answer> call(Supplier<Answer> call) {
        TimedAnswer answer = TimedAnswer.of(call);
        answers.add(answer);
        if (!answer.isGood()) {
            return Optional.empty();
        }
        good.incrementAndGet();
        return Optional.of(answer.answer());
    }

    /** Every call was answered in time, and what was told is so; of what was not told, all or nothing was done. */
    void check() throws Exception {
        for (Future<?> worker : running) {
            worker.get();
        }
        assertThat(answers).allSatisfy(TimedAnswer::bounded);
        told.forEach(this::check);
    }

    private void check(Told about) {
        if (about.token.isEmpty()) {
            assertThat(client.api()
                            .get("auth/token/get/list?subject=" + about.subject)
                            .ok()
                            .number("totalCount"))
                    .as(about.subject)
                    .isLessThanOrEqualTo(1);
            return;
        }
        Answer answer = client.tenant().introspect(about.token).ok();
        if (about.life == State.CHANGED) {
            answer.does("UNAUTHORIZED");
        } else if (about.life == State.UNCHANGED) {
            answer.does("OK");
        }
        if (answer.text("action").equals("OK")) {
            assertThat(answer.texts("scopes")).as(about.subject).isIn(about.scopes.possible);
        }
    }

    private enum State {
        UNCHANGED(List.of(List.of("read", "write"))),
        CHANGED(List.of(List.of("read"))),
        UNKNOWN(List.of(List.of("read", "write"), List.of("read")));

        /** Of scopes. */
        final List<List<String>> possible;

        State(List<List<String>> possible) {
            this.possible = possible;
        }
    }

    /** What was told about one subject. */
    private static final class Told {
        private final String subject;
        private volatile String token = "";
        private volatile State scopes = State.UNCHANGED;
        private volatile State life = State.UNCHANGED;

        Told(String subject) {
            this.subject = subject;
        }
    }
}
