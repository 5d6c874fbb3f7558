package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/** What became of a request object. */
sealed interface OpenedObject {
    /**
     * It is signed as it has to be.
     *
     * @param payload the text of the claims, as it was signed
     */
    record Opened(String payload, Members claims) implements OpenedObject {
        /** Without the payload, which may be what was encrypted. */
        @Override
        public String toString() {
            return "Opened[hidden]";
        }
    }

    /** @param detail for a refusal that takes one */
    record Refused(AuthorizationRefusal why, @Nullable String detail) implements OpenedObject {}
}
