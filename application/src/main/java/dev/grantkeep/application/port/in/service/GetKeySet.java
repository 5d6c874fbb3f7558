package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.Service;

/** Gives out the JWK Set of a service: what it publishes, or all that it registered. */
public interface GetKeySet {
    Result handle(Command command);

    /** @param withSecrets whether the private and symmetric keys are wanted too */
    record Command(Service service, boolean withSecrets) {}

    sealed interface Result {}

    /** @param text the JSON of the set; with secrets it is as it was registered */
    record Found(String text) implements Result {
        @Override
        public String toString() {
            return "Found[hidden]";
        }
    }

    /** The service has none. */
    record None() implements Result {}

    /**
     * What the service has, from before sets were checked, is none.
     *
     * @param reason goes on from "is not a JWK Set: "
     */
    record Unreadable(String reason) implements Result {}
}
