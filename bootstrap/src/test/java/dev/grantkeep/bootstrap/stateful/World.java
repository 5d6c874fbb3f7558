package dev.grantkeep.bootstrap.stateful;

import dev.grantkeep.bootstrap.e2e.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Where a sequence is played: two services of its own, the model of each, and what was done so far. */
final class World {
    private static final String CHOSEN = "-of-ours-";

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    final List<Model> services = new ArrayList<>();
    private final Playground ground;
    private final List<String> story = new ArrayList<>();
    private final Set<Long> moments = new HashSet<>();
    private long now = START;
    Draw draw;
    Model model;
    private Dialect dialect;

    World(Playground ground, RandomGenerator random) {
        this.ground = ground;
        next(random);
        services.add(newService());
        services.add(newService());
        model = services.get(0);
    }

    /** Draws who calls in the next step, and how. */
    void next(RandomGenerator random) {
        draw = new Draw(random);
        dialect = draw.chance(50) ? Dialect.V2 : Dialect.V3;
        if (!services.isEmpty()) {
            model = services.get(draw.chance(88) ? 0 : 1);
        }
    }

    boolean isV3() {
        return dialect == Dialect.V3;
    }

    Model other() {
        return services.get(model == services.get(0) ? 1 : 0);
    }

    List<String> story() {
        return story;
    }

    void move(long millis) {
        now += millis;
        story.add("the clock moves by " + millis / 1000.0 + " s");
    }

    /** What the sweeper takes was dead. */
    void sweep() {
        tick();
        story.add("a sweep");
        ground.sweep();
        services.forEach(Model::sweep);
    }

    static boolean isChosen(String value) {
        return value.contains(CHOSEN);
    }

    /** A value that the authorization server chooses; it never chooses one twice. */
    String chosenValue(String kind) {
        return kind + CHOSEN + model.key + "-" + now + "-" + moments.size();
    }

    /** At the end the services go, and nothing of them answers. */
    void end() {
        services.forEach(service -> {
            model = service;
            ownersCall("DELETE", "delete", null, () -> Expected.status(204));
            call("GET", "client/get/list", null, () -> Expected.status(401));
        });
    }

    /** No two calls are made in one millisecond, so that all that is listed has one order. */
    void tick() {
        do {
            now++;
        } while (!moments.add(now));
        ground.setClock(Instant.ofEpochMilli(now));
        services.forEach(service -> service.now = now);
    }

    private Model newService() {
        Map<String, Object> body = draw.service();
        tick();
        Reply reply = send(ground.owner(dialect), "POST", "/api/service/create", body);
        Model created = new Model(
                reply.value("apiKey"), reply.value("apiSecret"), new ModelSettings(body, dialect == Dialect.V2));
        created.now = now;
        new SettingsRules(created).service().compare(reply);
        return created;
    }

    /** Plays a call to the model, then to the application, and compares. */
    void call(String method, String endpoint, @Nullable Map<String, Object> body, Rule rule) {
        tick();
        Expected expected = rule.play();
        String path = dialect == Dialect.V2 ? "/api/" + endpoint : "/api/" + model.key + "/" + endpoint;
        expected.compare(send(new Caller.As(model.key, model.secret), method, path, body));
    }

    /** A call about the service itself, which its owner makes. */
    void ownersCall(String method, String verb, @Nullable Map<String, Object> body, Rule rule) {
        tick();
        Expected expected = rule.play();
        String path = dialect == Dialect.V2
                ? "/api/service/" + verb + "/" + model.key
                : "/api/" + model.key + "/service/" + verb;
        expected.compare(send(ground.owner(dialect), method, path, body));
    }

    /** What the model does and expects. */
    interface Rule {
        Expected play();
    }

    private Reply send(Caller.As as, String method, String path, @Nullable Map<String, Object> body) {
        Reply reply = ground.caller().send(dialect, as, method, path, body);
        story.add(method + " " + path + (body == null ? "" : " " + body) + "\n     -> " + shortened(reply.toString()));
        return reply;
    }

    private static String shortened(String text) {
        return text.length() > 700 ? text.substring(0, 700) + "..." : text;
    }

    static String form(Object... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] instanceof List<?> values) {
                values.forEach(value -> pairs.add("resource=" + encode(value)));
            } else if (namesAndValues[i + 1] != null) {
                pairs.add(namesAndValues[i] + "=" + encode(namesAndValues[i + 1]));
            }
        }
        return String.join("&", pairs);
    }

    private static String encode(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }
}
