package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.server.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is asked about tokens. */
@Command(name = "token", description = "Tokens: what is known of one.")
public final class TokenCommands {
    private static final int LONGEST = 65_536;
    private static final Set<String> INSTANTS =
            Set.of("createdAt", "madeAt", "expiresAt", "lastRefreshedAt", "lastUsedAt");
    private static final Set<String> OF_THE_CALL = Set.of("resultCode", "resultMessage", "durationFromSettings");

    private final GlobalOptions global;

    public TokenCommands(GlobalOptions global) {
        this.global = global;
    }

    @Command(
            name = "explain",
            description = {
                "Says of an access or refresh token whose it is, what it is good for, whether it works and why not,"
                        + " and",
                "which setting decided how long it lives. It counts as no use of the token.",
                "With - the token is read from the standard input, where nobody else sees it."
            })
    int explain(
            @Mixin ServiceOption service,
            @Parameters(
                            paramLabel = "TOKEN",
                            arity = "0..1",
                            defaultValue = "-",
                            description = "The token; - reads it.")
                    String token) {
        String value = token.equals("-") ? typed() : token;
        Server server = global.server();
        Map<String, Object> answer =
                server.post(service.of(server, global.around()) + "/auth/token/explain", Map.of("token", value));
        Map<String, Object> shown = shown(answer, global.around().clock().now());
        global.output().print(() -> Sheet.of(shown), shown);
        return ExitCode.OK.number();
    }

    private String typed() {
        try {
            String text = new String(global.around().in().readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                throw new CommandFailed(ExitCode.USAGE, "There is no token on the standard input.");
            }
            return text;
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.FILE, "The token cannot be read from the standard input.", e);
        }
    }

    private static Map<String, Object> shown(Map<String, Object> answer, Instant now) {
        Map<String, Object> shown = new LinkedHashMap<>();
        answer.forEach((name, value) -> {
            if (!OF_THE_CALL.contains(name)) {
                shown.put(name, INSTANTS.contains(name) ? Times.shown(value) : value);
            }
        });
        if (answer.containsKey("expiresAt")) {
            shown.put("ends", ends(Instant.ofEpochMilli(Members.number(answer, "expiresAt")), now));
        }
        if (answer.containsKey("durationFromSettings")) {
            shown.put("durationDecidedBy", decidedBy(answer));
        }
        return shown;
    }

    private static String ends(Instant end, Instant now) {
        String span = Times.span(Duration.between(now, end));
        return end.isAfter(now) ? "in " + span : span + " ago";
    }

    private static String decidedBy(Map<String, Object> answer) {
        if (!Members.flag(answer, "durationFromSettings")) {
            return "the request, or settings that have changed since";
        }
        return switch (Members.text(answer, "durationLevel")) {
            case "CLIENT" -> "the client's extension";
            case "SCOPE" -> "an attribute of the scope " + Members.text(answer, "durationScope");
            case "SERVICE" -> "the service";
            default -> "Grantkeep, because no setting says it";
        };
    }
}
