package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.grantkeep.adapter.cli.Cli;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.application.port.Clock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What an operator types at a running Grantkeep and sees. */
final class Console {
    private final Map<String, String> environment = new HashMap<>();
    private final Clock clock;
    private String in = "";
    private String out = "";
    private String err = "";

    private Console(URI server, String token, Clock clock) {
        this.clock = clock;
        environment.put("GRANTKEEP_URL", server.toString());
        environment.put("GRANTKEEP_ACCESS_TOKEN", token);
    }

    /** As the owner of all services. */
    static Console of(Stage stage) {
        return as(stage, RunningGrantkeep.OWNER_ACCESS_TOKEN);
    }

    /** As whoever has this access token. */
    static Console as(Stage stage, String token) {
        return new Console(stage.app().uri(), token, stage.app().clock());
    }

    /** On a machine whose clock is ahead of the real time. */
    static Console ahead(Stage stage, Duration by) {
        return new Console(
                stage.app().uri(),
                RunningGrantkeep.OWNER_ACCESS_TOKEN,
                () -> Instant.now().plus(by));
    }

    Console forService(Tenant tenant) {
        environment.put("GRANTKEEP_SERVICE", Long.toString(tenant.id()));
        return this;
    }

    Console typing(String text) {
        in = text;
        return this;
    }

    /** Runs a command and says how it ended. */
    int run(Object... words) {
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        int code = new Cli(new Surroundings(
                        environment,
                        new ByteArrayInputStream(in.getBytes(UTF_8)),
                        new PrintStream(results, true, UTF_8),
                        new PrintStream(notes, true, UTF_8),
                        false,
                        clock,
                        new WellProgram()))
                .run(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        out = results.toString(UTF_8);
        err = notes.toString(UTF_8);
        return code;
    }

    /** What a command that succeeds answers as JSON. */
    JsonElement json(Object... words) {
        int code = run(
                Stream.concat(Stream.of(words), Stream.of("--output", "json")).toArray());
        if (code != 0) {
            throw new AssertionError(code + ": " + err);
        }
        return Json.parse(out);
    }

    JsonObject object(Object... words) {
        return json(words).getAsJsonObject();
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
