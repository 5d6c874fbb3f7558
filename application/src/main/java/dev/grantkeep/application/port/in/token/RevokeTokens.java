package dev.grantkeep.application.port.in.token;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;

/** Ends tokens by one of five ways to name them (contract 2.6). Repeating a call does no harm. */
public interface RevokeTokens {
    Result handle(Command command);

    record Command(Service service, Target target) {}

    /** Which tokens. */
    sealed interface Target {
        /** One record by its access token or that token's hash. */
        record AccessToken(String identifier) implements Target {
            @Override
            public String toString() {
                return "AccessToken[hidden]";
            }
        }

        /** One record by its refresh token, by one that it had before, or by the hash of its refresh token. */
        record RefreshToken(String identifier) implements Target {
            @Override
            public String toString() {
                return "RefreshToken[hidden]";
            }
        }

        /** All of a pair. */
        record Pair(ClientIdentifier client, Subject subject) implements Target {}

        /** All of a client. */
        record OfClient(ClientIdentifier client) implements Target {}

        /** All of a subject, over all clients; each pair is ended by a write of its own. */
        record OfSubject(Subject subject) implements Target {}
    }

    sealed interface Result {}

    /** How many records ended. */
    record Revoked(int count) implements Result {}

    /** No such token. */
    record NotFound() implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
