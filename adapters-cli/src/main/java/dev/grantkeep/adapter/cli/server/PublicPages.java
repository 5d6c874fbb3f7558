package dev.grantkeep.adapter.cli.server;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Pages that anybody may see: no credentials are shown to them. */
public final class PublicPages {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PublicPages() {}

    /**
     * The status of a page of the server.
     *
     * @throws CommandFailed if no server answers
     */
    public static int status(URI base, String path) {
        return get(base, path).status();
    }

    /**
     * The text of a page of the server.
     *
     * @throws CommandFailed if no server answers, or what answers has no such page
     */
    public static String text(URI base, String path) {
        Reply reply = get(base, path);
        if (reply.status() != OK) {
            throw new CommandFailed(
                    ExitCode.NOT_GRANTKEEP,
                    "What answers at " + base + " has no " + path + " (status " + reply.status()
                            + "): is the port right?");
        }
        return reply.body();
    }

    /** What the server says that the time is; empty if it does not say. */
    public static Optional<Instant> date(URI base) {
        return get(base, "/health").headers().firstValue("Date").flatMap(PublicPages::instant);
    }

    /**
     * The text of a page elsewhere.
     *
     * @throws IOException with one line that says why it cannot be had
     */
    public static String text(URI page) throws IOException {
        Reply reply;
        try {
            reply = send(page);
        } catch (IOException e) {
            throw new IOException(Answers.why(e), e);
        }
        if (reply.status() != OK) {
            throw new IOException("status " + reply.status());
        }
        return reply.body();
    }

    private static Reply get(URI base, String path) {
        try {
            return send(URI.create(base.toString().replaceFirst("/+$", "") + path));
        } catch (IOException e) {
            throw Answers.unreachable(base, e);
        }
    }

    private static Reply send(URI page) throws IOException {
        return new Http(PATIENCE).send(HttpRequest.newBuilder(page).GET().build());
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
