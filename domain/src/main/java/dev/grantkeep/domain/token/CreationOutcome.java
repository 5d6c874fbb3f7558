package dev.grantkeep.domain.token;

import dev.grantkeep.domain.scope.ScopeSet;

/** What became of a wish for a token without a protocol flow. */
public sealed interface CreationOutcome {
    record Creatable(IssueOrder order) implements CreationOutcome {}

    /** The service does not have these. */
    record UnsupportedScopes(ScopeSet scopes) implements CreationOutcome {}

    record ClientLocked() implements CreationOutcome {}

    /** Why there is no token. */
    enum Refused implements CreationOutcome {
        /** The grant type cannot make a token this way: REFRESH_TOKEN. */
        GRANT_TYPE_NOT_CREATABLE,
        SUBJECT_MISSING,
        /** The service, the client or a scope demands a protection that is not given. */
        DEMAND_NOT_MET
    }
}
