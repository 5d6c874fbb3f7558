package dev.grantkeep.bootstrap.start;

/** Names the environment of a context that is made for a command: what begins to work by itself is not there. */
public final class AtRest {
    public static final String ENVIRONMENT = "at-rest";

    private AtRest() {}
}
