package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.domain.service.Service;

/** How a family of endpoints words its refusal of a parameter. */
@FunctionalInterface
public interface Family {
    /**
     * The answer to a bad parameter.
     *
     * @param message what is wrong, for the caller
     */
    Reply badRequest(String message);

    /** The same, once it is known which service the call is for: its settings say how errors are worded. */
    default Reply badRequest(String message, Service service) {
        return badRequest(message);
    }
}
