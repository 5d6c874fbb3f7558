package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.OAuthError;

/** Why the authorization server says no to a request with a password, and the error of the protocol that it becomes. */
public enum TokenFailReason {
    UNKNOWN("server_error", "A067202", "An error occurred at the authorization server."),
    INVALID_RESOURCE_OWNER_CREDENTIALS(
            "invalid_request",
            "A067301",
            "The credentials (username & password) passed to the token endpoint are invalid."),
    INVALID_TARGET("invalid_target", "A067302", "The requested resource is invalid, unknown or malformed."),
    INVALID_CLIENT("invalid_client", "A067303", "The authentication of the client failed."),
    UNAUTHORIZED_CLIENT("unauthorized_client", "A067304", "The client is not authorized to make this token request."),
    INVALID_SCOPE("invalid_scope", "A067305", "The requested scope is invalid, unknown or malformed.");

    private final String error;
    private final ResultCode why;

    TokenFailReason(String error, String code, String message) {
        this.error = error;
        this.why = new ResultCode(code, 200, message);
    }

    /** What it is called in the answer that it leads to. */
    public ResultCode code() {
        return why;
    }

    OAuthError error() {
        return OAuthError.of(error, why);
    }

    Action action() {
        return this == UNKNOWN ? Action.INTERNAL_SERVER_ERROR : Action.BAD_REQUEST;
    }
}
