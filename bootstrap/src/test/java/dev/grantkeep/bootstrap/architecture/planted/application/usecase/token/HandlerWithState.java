package dev.grantkeep.bootstrap.architecture.planted.application.usecase.token;

import dev.grantkeep.application.usecase.Wired;

/** Remembers, but is made anew for each who needs it. */
@Wired
public final class HandlerWithState {
    private int calls;

    public int handle() {
        return ++calls;
    }
}
