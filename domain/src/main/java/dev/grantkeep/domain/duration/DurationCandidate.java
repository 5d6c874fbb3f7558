package dev.grantkeep.domain.duration;

import dev.grantkeep.domain.scope.ScopeName;
import org.jspecify.annotations.Nullable;

/**
 * One duration that was considered.
 *
 * @param scope the scope that set it, when the level is {@link DurationLevel#SCOPE}
 */
public record DurationCandidate(
        DurationLevel level, @Nullable ScopeName scope, TokenDuration duration) {
    @Override
    public String toString() {
        return level + (scope == null ? "" : "(" + scope + ")") + "=" + duration.seconds() + "s";
    }
}
