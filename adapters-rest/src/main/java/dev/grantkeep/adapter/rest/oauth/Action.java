package dev.grantkeep.adapter.rest.oauth;

/** What the authorization server or resource server shall do; the only part of an answer that it branches on. */
public enum Action {
    OK,
    CREATED,
    ID_TOKEN_REISSUABLE,
    PASSWORD,
    BAD_REQUEST,
    UNAUTHORIZED,
    INVALID_CLIENT,
    FORBIDDEN,
    NOT_FOUND,
    PAYLOAD_TOO_LARGE,
    INTERNAL_SERVER_ERROR,
    /** The authorization server made a mistake: of calls that are no client's. */
    CALLER_ERROR,
    INTERACTION,
    NO_INTERACTION,
    LOCATION,
    FORM,
    /** Of a user code; the others of its kind follow. */
    VALID,
    EXPIRED,
    NOT_EXIST,
    SERVER_ERROR,
    SUCCESS,
    INVALID_REQUEST,
    USER_CODE_EXPIRED,
    USER_CODE_NOT_EXIST,
    JSON,
    JWT
}
