package dev.grantkeep.bootstrap.signal.store;

import java.util.Locale;

/** What is asked of a store: a method of a port. */
public enum StoreOperation {
    SERVICE_ADD,
    SERVICE_FIND,
    SERVICE_OWNER_OF,
    SERVICE_REPLACE,
    SERVICE_REMOVE,
    SERVICE_LIST,
    CLIENT_ADD,
    CLIENT_FIND,
    CLIENT_FIND_BY_ALIAS,
    CLIENT_SERVICE_OF,
    CLIENT_REPLACE,
    CLIENT_REMOVE,
    CLIENT_LIST,
    CLIENT_LIST_AUTHORIZED,
    GRANT_FIND,
    GRANT_ADD,
    GRANT_REPLACE,
    GRANT_OF_SUBJECT,
    GRANT_COUNT_TOKENS,
    STEP_ADD,
    STEP_FIND,
    STEP_FIND_BY_SECOND,
    STEP_SETTLE,
    STEP_REWRITE,
    STEP_REPLACE,
    STEP_TAKE,
    TOKEN_ADD,
    TOKEN_SETTLE,
    TOKEN_FIND,
    TOKEN_EXISTS_ELSEWHERE,
    TOKEN_REPLACE,
    TOKEN_REMOVE,
    TOKEN_NOTE_USE,
    TOKEN_LIST,
    TOKEN_COUNT,
    RECLAIM;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** As metrics and traces show it. */
    public String label() {
        return label;
    }
}
