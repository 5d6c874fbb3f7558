package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls that meet on two nodes whose database is four milliseconds away, so that they meet between any two statements:
 * what was revoked, deleted or taken back stays so. {@code -Drace.rounds=2000} plays more histories.
 */
@ParameterizedClass
@MethodSource("dev.grantkeep.bootstrap.e2e.DatabaseFaultTest#stores")
final class DistantRaceTest {
    private static final Duration DISTANCE = Duration.ofMillis(4);
    private static final int ROUNDS = Integer.getInteger("race.rounds", 40);
    private static final int AT_ONCE = 6;
    private static final long MOST_APART_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final Map<StoreMode, Scene> SCENES = new EnumMap<>(StoreMode.class);

    private final Tenant tenant;
    private final OAuthClient here;
    private final OAuthClient there;

    /** A client as it uses the one node, and the other. */
    private record Scene(ProxiedStore store, OAuthClient here, OAuthClient there) {
        static Scene on(StoreMode mode) {
            ProxiedStore store = ProxiedStore.of(mode);
            OAuthClient here = Tenant.create(store.node(Map.of())).client();
            Tenant tenant = here.tenant();
            Api owner = store.node(Map.of());
            Api api = new Api(
                    owner.base(), owner.dialect(), tenant.id(), tenant.api().authorization());
            Tenant same = new Tenant(owner, tenant.id(), tenant.secret(), api);
            store.proxy().roundTrip(DISTANCE);
            return new Scene(store, here, new OAuthClient(same, here.id(), here.secret()));
        }
    }

    DistantRaceTest(StoreMode mode) {
        Scene scene = SCENES.computeIfAbsent(mode, Scene::on);
        here = scene.here();
        there = scene.there();
        tenant = here.tenant();
    }

    @AfterAll
    static void close() throws Exception {
        for (Scene scene : SCENES.values()) {
            scene.store().close();
        }
        SCENES.clear();
    }

    @Test
    void aRevocationByRefreshTokenEndsWhatARefreshMakesMeanwhile() throws Exception {
        histories(subject -> {
            Tokens tokens = here.tokens(subject, "read");

            List<Answer> answers =
                    together(() -> here.refresh(tokens.refresh()), () -> revoke(there, tokens.refresh()));

            answers.get(1).does("OK");
            assertDead(tokens, answers.get(0));
        });
    }

    @Test
    void aRevocationByAccessTokenEndsWhatARefreshMakesMeanwhile() throws Exception {
        histories(subject -> {
            Tokens tokens = here.tokens(subject, "read");

            List<Answer> answers =
                    together(() -> here.refresh(tokens.refresh()), () -> there.revoke(tokens.access(), null));

            answers.get(1).does("OK");
            assertDead(tokens, answers.get(0));
        });
    }

    @Test
    void aDeletedGrantEndsWhatARefreshMakesMeanwhile() throws Exception {
        histories(subject -> {
            Tokens tokens = here.tokens(subject, "read");

            List<Answer> answers = together(
                    () -> here.refresh(tokens.refresh()),
                    () -> there.api().delete("client/authorization/delete/" + there.id() + "/" + subject));

            answers.get(1).ok().says("A137001");
            assertDead(tokens, answers.get(0));
        });
    }

    @Test
    void aScopeThatIsTakenBackStaysAway() throws Exception {
        histories(subject -> {
            Tokens tokens = here.tokens(subject, "read write");

            List<Answer> answers = together(
                    () -> here.refresh(tokens.refresh()),
                    () -> there.api()
                            .post("client/authorization/update/" + there.id(), "subject", subject, "scopes", "read"));

            answers.get(1).ok().says("A138001");
            Tokens after = Tokens.of(answers.get(0));
            assertThat(tenant.scopesOf(after.access())).containsExactly("read");
            assertThat(there.refresh(after.refresh()).does("OK").content("scope"))
                    .isEqualTo("read");
        });
    }

    @Test
    void aCodeThatIsUsedAgainEndsWhatARefreshMakesMeanwhile() throws Exception {
        histories(subject -> {
            String code = here.code(subject, "read");
            Tokens tokens = Tokens.of(here.exchange(code));

            List<Answer> answers = together(() -> here.refresh(tokens.refresh()), () -> there.exchange(code));

            answers.get(1).does("BAD_REQUEST", "invalid_grant");
            assertDead(tokens, answers.get(0));
        });
    }

    private void assertDead(Tokens before, Answer refresh) {
        assertThat(tenant.works(before.access())).isFalse();
        here.refresh(before.refresh()).does("BAD_REQUEST", "invalid_grant");
        if (refresh.ok().text("action").equals("OK")) {
            Tokens after = Tokens.of(refresh);
            assertThat(tenant.works(after.access())).isFalse();
            there.refresh(after.refresh()).does("BAD_REQUEST", "invalid_grant");
        }
    }

    private static Answer revoke(OAuthClient client, String token) {
        return client.api()
                .post(
                        "auth/revocation",
                        "parameters",
                        Form.of("token", token, "token_type_hint", "refresh_token"),
                        "clientId",
                        Long.toString(client.id()),
                        "clientSecret",
                        client.secret());
    }

    /** A story about one subject. */
    private interface History {
        void play(String subject) throws Exception;
    }

    /** Some of them at once, so that statements of several share trips. */
    private static void histories(History history) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                String subject = "user" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
                running.add(threads.submit(() -> {
                    history.play(subject);
                    return subject;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** The two begin a little apart, each time by another while. */
    private static List<Answer> together(Callable<Answer> first, Callable<Answer> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> one = threads.submit(() -> later(start, first));
            Future<Answer> other = threads.submit(() -> later(start, second));
            return List.of(one.get(), other.get());
        }
    }

    private static Answer later(CyclicBarrier start, Callable<Answer> call) throws Exception {
        start.await();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MOST_APART_NANOS));
        return call.call();
    }
}
