package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.bootstrap.e2e.FaultProxy.Fault;
import dev.grantkeep.bootstrap.e2e.FaultProxy.Moment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the database does, a call answers within ten seconds, 503 at worst; ten seconds after it can be used again,
 * calls succeed; what was acknowledged is there, and what was not is wholly done or not at all.
 */
@ParameterizedClass
@MethodSource("stores")
final class DatabaseFaultTest {
    private static final int MOST_MESSAGES = 12;

    private static final Map<StoreMode, Scene> SCENES = new EnumMap<>(StoreMode.class);

    private final StoreMode mode;
    private final ProxiedStore store;
    private final Tenant tenant;
    private final OAuthClient client;

    /** Made once for each store: its proxy heals after each test. */
    private record Scene(ProxiedStore store, Tenant tenant, OAuthClient client) {
        static Scene on(StoreMode mode) {
            ProxiedStore store = ProxiedStore.of(mode);
            Tenant tenant = Tenant.create(store.node(ProxiedStore.SHORT));
            return new Scene(store, tenant, tenant.client());
        }
    }

    static Stream<StoreMode> stores() {
        return StoreMode.chosen().stream().filter(mode -> mode != StoreMode.H2);
    }

    DatabaseFaultTest(StoreMode mode) {
        this.mode = mode;
        Scene scene = SCENES.computeIfAbsent(mode, Scene::on);
        store = scene.store();
        tenant = scene.tenant();
        client = scene.client();
    }

    @AfterEach
    void heal() {
        store.proxy().heal();
    }

    @AfterAll
    static void close() throws Exception {
        for (Scene scene : SCENES.values()) {
            scene.store().close();
        }
        SCENES.clear();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aLoadGoesOnAfterAFault(Fault fault) throws Exception {
        LoadUnderFault load = LoadUnderFault.start(client, fault.name());
        try (load) {
            load.awaitGood(30);
            store.proxy().begin(fault);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1_200));
            store.proxy().heal();
            awaitGood();
            load.awaitGood(30);
        }
        load.check();
    }

    @ParameterizedTest
    @CsvSource({"RESET, BEFORE", "RESET, AFTER", "HALF_CLOSE, BEFORE", "HALF_CLOSE, AFTER"})
    void aCallThatIsHitAtAnyStatementIsWhollyDoneOrNotAtAll(Fault fault, Moment moment) {
        for (Change change : changes(fault)) {
            int message = 1;
            while (isHit(change, message, moment, fault)) {
                assertThat(message++).isLessThan(MOST_MESSAGES);
            }
        }
    }

    /** The client of MongoDB takes half a second to look at a server again; each write has a test of its own there. */
    private List<Change> changes(Fault fault) {
        if (mode != StoreMode.MONGODB) {
            return List.of(Change.values());
        }
        return List.of(fault == Fault.RESET ? Change.REFRESH : Change.DELETE);
    }

    @ParameterizedTest
    @EnumSource
    void aCallWhoseAnswerIsSwallowedIsWhollyDoneOrNotAtAll(Moment moment) {
        isHit(Change.REFRESH, 2, moment, Fault.FORGET);
        isHit(Change.DELETE, 1, moment, Fault.FORGET);
    }

    /** Whether the call sent so many messages. */
    private boolean isHit(Change change, int message, Moment moment, Fault fault) {
        String subject = change + "-" + message + moment + fault;
        Tokens before = client.tokens(subject, "read");
        String code = client.code(subject);
        store.proxy().beginAt(message, moment, fault);
        TimedAnswer answer = TimedAnswer.of(() -> change.of(new Call(client, subject, before, code)))
                .bounded();
        boolean isHit = !store.proxy().isPending();
        store.proxy().heal();
        awaitGood();
        change.check.accept(new Outcome(client, subject, before, code, answer));
        return isHit;
    }

    private void awaitGood() {
        long start = System.nanoTime();
        TimedAnswer answer = TimedAnswer.of(() -> tenant.introspect("none")).bounded();
        while (!answer.isGood()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TimedAnswer.MOST);
            answer = TimedAnswer.of(() -> tenant.introspect("none")).bounded();
        }
    }

    /** What was answered, and what there was before. */
    private record Outcome(OAuthClient client, String subject, Tokens before, String code, TimedAnswer answer) {
        boolean works() {
            return client.tenant().works(before.access());
        }

        long stored() {
            return client.api()
                    .get("auth/token/get/list?subject=" + subject)
                    .ok()
                    .number("totalCount");
        }
    }

    private record Call(OAuthClient client, String subject, Tokens before, String code) {}

    /** A call that changes something, and what may have come of it. */
    private enum Change {
        CREATE(call -> call.client.create(call.subject), outcome -> {
            assertThat(outcome.stored()).isBetween(outcome.answer().isGood() ? 2L : 1L, 2L);
        }),
        EXCHANGE(call -> call.client.exchange(call.code), outcome -> {
            boolean isStored = outcome.stored() == 2;
            if (outcome.answer().isGood()) {
                assertThat(isStored).isTrue();
            }
            if (isStored) {
                outcome.client().exchange(outcome.code()).does("BAD_REQUEST", "invalid_grant");
            } else {
                outcome.client().exchange(outcome.code()).does("OK");
            }
        }),
        REFRESH(call -> call.client.refresh(call.before.refresh()), outcome -> {
            if (outcome.answer().isGood()) {
                Tokens after = Tokens.of(outcome.answer().answer());
                assertThat(outcome.client().tenant().works(after.access())).isTrue();
                assertThat(outcome.works()).isFalse();
            } else if (outcome.works()) {
                outcome.client().refresh(outcome.before().refresh()).does("OK");
            }
        }),
        DELETE(
                call -> call.client
                        .api()
                        .delete("client/authorization/delete/" + call.client.id() + "/" + call.subject),
                outcome -> {
                    boolean works = outcome.works();
                    if (outcome.answer().isGood()) {
                        assertThat(works).isFalse();
                    }
                    outcome.client().refresh(outcome.before().refresh()).does(works ? "OK" : "BAD_REQUEST");
                });

        private final Function<Call, Answer> call;
        private final Consumer<Outcome> check;

        Change(Function<Call, Answer> call, Consumer<Outcome> check) {
            this.call = call;
            this.check = check;
        }

        Answer of(Call call) {
            return this.call.apply(call);
        }
    }
}
