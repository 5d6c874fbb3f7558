package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8628 where several nodes answer: what is single is single for all of them. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.grantkeep.bootstrap.e2e.StoreMode#chosen")
final class DeviceRaceTest {
    private static final int NODES = 2;
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 5;
    private static final Map<StoreMode, Nodes> RUNNING = new EnumMap<>(StoreMode.class);

    private final Nodes nodes;
    private final Tenant tenant;
    private final OAuthClient client;

    DeviceRaceTest(StoreMode store) {
        nodes = RUNNING.computeIfAbsent(store, mode -> Nodes.start(mode, NODES));
        tenant = Tenant.create(nodes.owner(0, Dialect.V2), Devices.settings());
        client = tenant.client(Devices.CLIENT);
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(Nodes::close);
        RUNNING.clear();
    }

    private Devices at(int node) {
        Tenant there = nodes.at(node, tenant);
        return new Devices(new OAuthClient(there, client.id(), client.secret()));
    }

    private Collection<String> together(IntFunction<String> work) {
        Collection<String> results = new ConcurrentLinkedQueue<>();
        InParallel.each(IntStream.range(0, AT_ONCE).boxed().toList(), i -> results.add(work.apply(i)));
        return results;
    }

    @Test
    void ofPollsAtOnceAfterTheYesOneGetsTheToken() {
        for (int round = 0; round < ROUNDS; round++) {
            Answer started = at(0).started("scope", "read");
            at(1).allow(started, "anna");
            assertThat(together(i -> at(i % NODES).poll(started).text("action")))
                    .containsOnlyOnce("OK")
                    .containsOnly("OK", "BAD_REQUEST");
        }
        assertThat(tenant.stored()).isEqualTo(ROUNDS);
    }

    @Test
    void ofPollsAtOnceBeforeItOneIsInTime() {
        for (int round = 0; round < ROUNDS; round++) {
            Answer started = at(0).started();
            assertThat(together(i -> at(i % NODES).poll(started).content("error")))
                    .containsOnlyOnce("authorization_pending")
                    .containsOnly("authorization_pending", "slow_down");
        }
    }

    @Test
    void theIntervalIsThatOfAllNodes() {
        Answer started = at(0).started();
        at(0).poll(started).does("BAD_REQUEST", "authorization_pending");
        at(1).poll(started).does("BAD_REQUEST", "slow_down");
        at(0).poll(started).does("BAD_REQUEST", "slow_down");
    }

    @Test
    void ofDecisionsAtOnceOneCountsAndPollsDoNotDisturbIt() {
        for (int round = 0; round < ROUNDS; round++) {
            Answer started = at(0).started("scope", "read");
            List<String> decisions = together(i -> i < 4
                            ? at(i % NODES)
                                    .complete(started, "AUTHORIZED", "subject", "user" + i)
                                    .text("action")
                            : "polled " + at(i % NODES).poll(started).status())
                    .stream()
                    .filter(action -> !action.equals("polled 200"))
                    .toList();
            assertThat(decisions)
                    .containsOnlyOnce("SUCCESS")
                    .containsOnly("SUCCESS", "USER_CODE_NOT_EXIST")
                    .hasSize(4);
        }
    }

    @Test
    void yesAndNoAtOnceAreOneAnswer() {
        for (int round = 0; round < ROUNDS; round++) {
            Answer started = at(0).started("scope", "read");
            Collection<String> done = together(i -> {
                String result = i % 2 == 0 ? "AUTHORIZED" : "ACCESS_DENIED";
                Answer answer = at(i / 2 % NODES).complete(started, result, "subject", "anna");
                return answer.text("action").equals("SUCCESS") ? result : "late";
            });
            assertThat(done).containsAnyOf("AUTHORIZED", "ACCESS_DENIED");
            String polled = at(1).poll(started).text("action");
            assertThat(polled).isEqualTo(done.contains("AUTHORIZED") ? "OK" : "BAD_REQUEST");
            assertThat(done).filteredOn(one -> !one.equals("late")).hasSize(1);
        }
    }

    @Test
    void missesAreCountedByAllNodesTogether() {
        Tenant shortCodes = Tenant.create(
                nodes.owner(0, Dialect.V2), Devices.settings("userCodeCharset", "NUMERIC", "userCodeLength", 8));
        Collection<String> actions = new ConcurrentLinkedQueue<>();
        InParallel.each(
                IntStream.range(0, 60).boxed().toList(),
                i -> actions.add(nodes.at(i % NODES, shortCodes)
                        .api()
                        .post("device/verification", "userCode", "0000000" + i)
                        .text("action")));
        assertThat(actions).contains("SERVER_ERROR").containsOnly("SERVER_ERROR", "NOT_EXIST");
        assertThat(actions.stream().filter("NOT_EXIST"::equals).count()).isBetween(20L, 50L);
    }
}
