package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.token.Targets;

/** What became of a client's wish for a token by a password. */
public sealed interface PasswordOutcome {
    /** The password is to be checked; what the token will be for. */
    record Askable(RequestedScopes scopes, Targets targets) implements PasswordOutcome {}

    /** A scope demands a protection that is not given. */
    record DemandNotMet(Demand demand) implements PasswordOutcome {}

    /** Why it is not to be checked. */
    enum Refused implements PasswordOutcome {
        USERNAME_MISSING,
        PASSWORD_MISSING,
        SCOPE_MALFORMED,
        RESOURCE_MALFORMED,
        DETAILS_MALFORMED,
        /** The service does not know a type of authorization details, or the client may not use it (RFC 9396 section 5). */
        DETAILS_TYPE_REFUSED,
        /** One of them is not what the schema of its type demands. */
        DETAILS_UNFIT,
        /** The service requires scopes, and none is left that the client may request. */
        SCOPE_REQUIRED
    }
}
