package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.token.IssueOrder;

/** What became of a client's wish for a token of its own. */
public sealed interface ClientCredentialsOutcome {
    /** The token to be minted; it hangs on no grant. */
    record Issuable(IssueOrder order) implements ClientCredentialsOutcome {}

    /** A scope demands a protection that is not given. */
    record DemandNotMet(Demand demand) implements ClientCredentialsOutcome {}

    /** Why there is no token. */
    enum Refused implements ClientCredentialsOutcome {
        /** It cannot keep a secret (RFC 6749 section 4.4). */
        PUBLIC_CLIENT,
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
