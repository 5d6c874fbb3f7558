package dev.grantkeep.domain.grant;

import dev.grantkeep.domain.scope.ScopeSet;

/**
 * The latest rewrite of a pair's scopes.
 *
 * @param number how many rewrites there have been; 0 is none, and then the scopes are empty and mean nothing
 */
public record Rewrite(int number, ScopeSet scopes) {
    public static final Rewrite NONE = new Rewrite(0, ScopeSet.EMPTY);

    public Rewrite {
        if (number < 0) {
            throw new IllegalArgumentException("a rewrite number counts from 0: " + number);
        }
    }

    public Rewrite next(ScopeSet replacement) {
        return new Rewrite(number + 1, replacement);
    }

    /** The scopes that count for what has this standing and these scopes of its own. */
    public ScopeSet effective(int standingNumber, ScopeSet own) {
        return standingNumber < number ? scopes : own;
    }
}
