package dev.grantkeep.application.port.out;

/** What became of a write. Only {@link #SAVED} changed anything. */
public enum Saved {
    SAVED,
    /** The stored state, or the settings that the write was decided on, are not the expected ones any more. */
    STALE,
    /** A value that must be unique is taken. */
    TAKEN
}
