package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Reply;

/** Ends a call with this answer, from wherever it is noticed. */
public final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    public ApiFailure(Reply reply) {
        super("HTTP " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
