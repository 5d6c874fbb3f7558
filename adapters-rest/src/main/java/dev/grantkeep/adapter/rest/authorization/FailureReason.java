package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.oauth.OAuthError;

/**
 * Why the authorization server says no to an authorization request, and the error of the protocol that it becomes (RFC
 * 6749 section 4.1.2.1, OpenID Connect Core section 3.1.2.6).
 */
public enum FailureReason {
    UNKNOWN("server_error", "A060310", "An unknown error occurred at the authorization server."),
    NOT_LOGGED_IN(
            "login_required",
            "A060301",
            "The authorization request contains prompt=none, but no end-user has logged in this service."),
    MAX_AGE_NOT_SUPPORTED(
            "login_required",
            "A060302",
            "The authorization request contains prompt=none and a maximum authentication age, which the service does not support."),
    EXCEEDS_MAX_AGE(
            "login_required",
            "A060303",
            "The authorization request contains prompt=none, but the maximum authentication age has passed."),
    DIFFERENT_SUBJECT(
            "login_required",
            "A060304",
            "The authorization request requests a specific end-user, but another one has logged in."),
    ACR_NOT_SATISFIED(
            "unmet_authentication_requirements",
            "A060305",
            "The authorization request requests 'acr' as essential, but the authentication performed for the request does not satisfy it."),
    DENIED("access_denied", "A060306", "The end-user denied the authorization request."),
    SERVER_ERROR("server_error", "A060307", "An error occurred at the authorization server."),
    NOT_AUTHENTICATED("login_required", "A060308", "The end-user was not authenticated."),
    ACCOUNT_SELECTION_REQUIRED("account_selection_required", "A060309", "The end-user has to select an account."),
    CONSENT_REQUIRED("consent_required", "A060311", "The end-user has to give consent."),
    INTERACTION_REQUIRED("interaction_required", "A060312", "The authorization request needs interaction."),
    INVALID_TARGET("invalid_target", "A060313", "The requested resource is invalid, unknown or malformed."),
    INVALID_SCOPE("invalid_scope", "A060314", "The requested scope is invalid, unknown or malformed."),
    UNAUTHORIZED_CLIENT(
            "unauthorized_client", "A060315", "The client is not authorized to make this authorization request."),
    TEMPORARILY_UNAVAILABLE(
            "temporarily_unavailable", "A060316", "The authorization server is temporarily unable to answer.");

    private final String error;
    private final ResultCode why;

    FailureReason(String error, String code, String message) {
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
}
