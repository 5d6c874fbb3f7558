package dev.grantkeep.domain.duration;

import java.util.List;

/**
 * How long a token will live, and why: every candidate in the order of the levels, and the one that won.
 *
 * @param winner one of the candidates
 */
public record DurationDecision(
        TokenKind kind, DurationRule rule, List<DurationCandidate> candidates, DurationCandidate winner) {
    public DurationDecision {
        candidates = List.copyOf(candidates);
        if (!candidates.contains(winner)) {
            throw new IllegalArgumentException("the winner was no candidate");
        }
    }

    public TokenDuration duration() {
        return winner.duration();
    }

    /** One line for a log or a test, as {@code ACCESS 600s: SCOPE(write) won by SHORTEST of [...]}. */
    public String explanation() {
        return kind + " " + duration().seconds() + "s: " + winner.level()
                + (winner.scope() == null ? "" : "(" + winner.scope() + ")") + " won by " + rule + " of " + candidates;
    }
}
