package dev.grantkeep.application.port.out;

/** What became of a step that was to become a token. Only {@link #SETTLED} changed anything. */
public enum Settled {
    SETTLED,
    /** The step is gone, or it became another token before. */
    USED,
    /** The settings that the token was decided on are not the current ones any more. */
    STALE,
    /** A value of the token that must be unique is taken. */
    TAKEN
}
