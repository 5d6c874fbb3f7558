package dev.grantkeep.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grantkeep.adapter.cli.Cli;
import dev.grantkeep.adapter.cli.program.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line with a token, of a server that runs. */
record CommandLine(URI server, String token) {
    /** How a command ended and what it said. */
    record Ended(int code, String out, String err) {}

    Ended run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", server.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(
                Map.of("GRANTKEEP_ACCESS_TOKEN", token),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                false,
                Instant::now,
                new WellProgram());
        int code = new Cli(around).run(all.toArray(String[]::new));
        return new Ended(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
