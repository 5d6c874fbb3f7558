package dev.grantkeep.adapter.cli.exit;

import org.jspecify.annotations.Nullable;

/** A command cannot do what it was asked. The message is one line for whoever asked. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    public CommandFailed(ExitCode code, String message) {
        this(code, message, null);
    }

    public CommandFailed(ExitCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }

    public String line() {
        return String.valueOf(getMessage());
    }
}
