package dev.grantkeep.adapter.cli.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be reclaimed, of one kind.
 *
 * @param found how many there are, or at least are
 * @param more whether there are more than that, which nobody has counted
 * @param since when the oldest of them became due; null if there is none or it is not known
 */
public record Dead(
        Kind kind, int found, boolean more, @Nullable Instant since) {
    /** What is counted. */
    public enum Kind {
        EXPIRED_TOKENS("expired token records"),
        EXPIRED_STEPS("expired steps, such as codes and tickets"),
        REVOKED_TOKENS("grants with revoked tokens"),
        EMPTY_GRANTS("grants that may be empty"),
        CUT_OFF_CLIENTS("clients whose tokens were ended"),
        REMOVED_SERVICES("removed services");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** In the plural. */
        public String text() {
            return text;
        }
    }
}
