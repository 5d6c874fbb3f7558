package dev.grantkeep.domain.duration;

import dev.grantkeep.domain.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a duration is decided from.
 *
 * @param requested the explicit duration of the request, if it has one; it wins over all levels
 * @param scopes the scopes that the token will have
 */
public record DurationQuestion(
        TokenKind kind,
        @Nullable TokenDuration requested,
        @Nullable TokenDuration client,
        List<Scope> scopes,
        @Nullable TokenDuration service) {
    public DurationQuestion {
        scopes = List.copyOf(scopes);
    }
}
