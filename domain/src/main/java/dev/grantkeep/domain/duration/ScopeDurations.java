package dev.grantkeep.domain.duration;

import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.value.PlainText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The durations that scopes set by their attributes. Values that are no positive number of seconds are ignored. */
public final class ScopeDurations {
    private ScopeDurations() {}

    /** The shortest duration that these scopes set; empty if none sets one. */
    public static Optional<TokenDuration> shortest(TokenKind kind, List<Scope> scopes) {
        return candidates(kind, scopes).stream()
                .map(DurationCandidate::duration)
                .min(Comparator.naturalOrder());
    }

    static List<DurationCandidate> candidates(TokenKind kind, List<Scope> scopes) {
        return scopes.stream()
                .flatMap(scope -> scope.attributes()
                        .values(kind.scopeAttribute())
                        .flatMap(ScopeDurations::read)
                        .map(duration -> new DurationCandidate(DurationLevel.SCOPE, scope.name(), duration)))
                .toList();
    }

    private static Stream<TokenDuration> read(String text) {
        if (!PlainText.isNumber(text, 10)) {
            return Stream.empty();
        }
        long seconds = Long.parseLong(text);
        return TokenDuration.isValidSeconds(seconds) ? Stream.of(TokenDuration.ofSeconds(seconds)) : Stream.empty();
    }
}
