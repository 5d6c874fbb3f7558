package dev.grantkeep.bootstrap.sweep;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the last sweep of this node has left. */
@Singleton
public final class LastSweep {
    private volatile @Nullable Instant left;
    private volatile @Nullable Instant ended;

    void note(Instant endedAt, @Nullable Instant oldestLeft) {
        left = oldestLeft;
        ended = endedAt;
    }

    /** Since when the oldest record that it has left is dead; null if it has left none. */
    public @Nullable Instant left() {
        return left;
    }

    /** When it came to its end; null before the first. */
    public @Nullable Instant ended() {
        return ended;
    }
}
