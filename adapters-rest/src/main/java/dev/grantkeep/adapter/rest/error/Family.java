package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Reply;

/** How a family of endpoints words its refusal of a parameter. */
@FunctionalInterface
public interface Family {
    /**
     * The answer to a bad parameter.
     *
     * @param message what is wrong, for the caller
     */
    Reply badRequest(String message);
}
