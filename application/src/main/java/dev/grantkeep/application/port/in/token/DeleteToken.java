package dev.grantkeep.application.port.in.token;

import dev.grantkeep.domain.service.Service;

/** Deletes one record, its access token and its refresh token (contract 2.5). */
public interface DeleteToken {
    Result handle(Command command);

    /**
     * Which token.
     *
     * @param identifier the access token, the refresh token, the hash of either, or a refresh token that it had before
     */
    record Command(Service service, String identifier) {
        @Override
        public String toString() {
            return "DeleteToken[" + service.id() + "]";
        }
    }

    enum Result {
        DELETED,
        NOT_FOUND,
        OF_ANOTHER_SERVICE
    }
}
