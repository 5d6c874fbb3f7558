package dev.grantkeep.bootstrap.start;

import org.jspecify.annotations.Nullable;

/** Grantkeep cannot start as it is configured. The message is one line for whoever started it. */
public final class StartupRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartupRefused(String message) {
        super(message);
    }

    public StartupRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
