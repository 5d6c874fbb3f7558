package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.adapter.cli.exit.CommandFailed;
import dev.grantkeep.adapter.cli.exit.ExitCode;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.value.Members;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of JSON, read and understood as a whole before anything is done with it. */
record ExportFile(Path path) {
    /** Lists come in pages, and a realm's users in files of their own; what is larger would fill the memory. */
    private static final long MOST_BYTES = 64L << 20;

    /**
     * @throws CommandFailed if it cannot be read, is cut off, or is none of this server's exports
     */
    void into(Export export, Findings findings) {
        Members top = top();
        try {
            export.read(top, findings);
        } catch (IllegalArgumentException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private Members top() {
        String text = text();
        try {
            return Members.of(
                    text.stripLeading().startsWith("[")
                            ? Map.of("items", withoutNulls(JsonText.readSentArray(text)))
                            : withoutNulls(JsonText.readSentObject(text)));
        } catch (IllegalArgumentException e) {
            throw failed("is cut off, or is not JSON (" + e.getMessage() + ")", e);
        }
    }

    private String text() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw failed("has more than " + (MOST_BYTES >> 20) + " MiB: export it in parts", null);
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw failed("is not there", e);
        } catch (MalformedInputException e) {
            throw failed("is not text in UTF-8", e);
        } catch (IOException e) {
            throw failed("cannot be read", e);
        }
    }

    private CommandFailed failed(String why, @Nullable Throwable cause) {
        return new CommandFailed(ExitCode.FILE, "Nothing was imported: " + path + " " + why + ".", cause);
    }

    private static Map<String, Object> withoutNulls(Map<?, ?> members) {
        Map<String, Object> kept = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                kept.put(String.valueOf(name), withoutNulls(value));
            }
        });
        return kept;
    }

    private static List<Object> withoutNulls(List<?> items) {
        return items.stream()
                .filter(Objects::nonNull)
                .map(ExportFile::withoutNulls)
                .toList();
    }

    private static Object withoutNulls(Object value) {
        return switch (value) {
            case Map<?, ?> members -> withoutNulls(members);
            case List<?> items -> withoutNulls(items);
            default -> value;
        };
    }
}
