package dev.grantkeep.adapter.sql.jdbc;

/** What those who share a trip ask for. */
public enum Trip {
    FIND_TOKEN,
    ADD_TOKEN,
    REDEEM_STEP,
    REPLACE_TOKEN,
    FIND_STEP,
    ADD_STEP,
    REPLACE_STEP
}
