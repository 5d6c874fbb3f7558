package dev.grantkeep.adapter.cli.command;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.adapter.cli.program.Surroundings;
import dev.grantkeep.application.document.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be sent: the members in a file, under those that options give. */
final class SentMembers {
    private static final int MOST_BYTES = 2 << 20;

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private SentMembers() {}

    /**
     * Begins with what is in a file of JSON.
     *
     * @param file {@code -} is the standard input; null is no file
     */
    static SentMembers of(@Nullable String file, Surroundings around) {
        SentMembers sent = new SentMembers();
        if (file != null) {
            sent.members.putAll(read(file, around));
        }
        return sent;
    }

    /** Adds a member, unless the value is null. */
    SentMembers with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds a member, unless there are no values. */
    SentMembers withAny(String name, List<?> values) {
        return with(name, values.isEmpty() ? null : values);
    }

    Map<String, @Nullable Object> tree() {
        return members;
    }

    private static Map<String, @Nullable Object> read(String file, Surroundings around) {
        try (InputStream in = file.equals("-") ? around.in() : Files.newInputStream(Path.of(file))) {
            return JsonText.readSentObject(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailed(ExitCode.FILE, file + " cannot be read.", e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(ExitCode.FILE, file + " is not one whole JSON object: " + e.getMessage() + ".", e);
        }
    }
}
