package dev.grantkeep.adapter.cli.output;

/** How a result is printed. */
public enum Format {
    /** For people. */
    TABLE,
    /** For programs: one JSON value. */
    JSON
}
