package dev.grantkeep.adapter.http.connection;

import dev.grantkeep.application.port.out.remote.Unreachable.Reason;
import org.jspecify.annotations.Nullable;

/** Why a document cannot be had. What is behind it is for the log only. */
public final class CannotBeHad extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public CannotBeHad(Reason reason) {
        this(reason, null);
    }

    public CannotBeHad(Reason reason, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
