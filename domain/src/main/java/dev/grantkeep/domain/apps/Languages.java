package dev.grantkeep.domain.apps;

import dev.grantkeep.domain.scope.Scope;
import dev.grantkeep.domain.value.Members;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The languages that a user reads.
 *
 * @param preferred the best first
 */
public record Languages(List<Locale> preferred) {
    public Languages {
        preferred = List.copyOf(preferred);
    }

    /** What a scope means. Empty if nobody says it. */
    public Optional<String> description(Scope scope) {
        Map<String, String> tagged = scope.descriptions().stream()
                .collect(Collectors.toMap(
                        text -> text.tag().toLowerCase(Locale.ROOT), text -> text.value(), (first, second) -> first));
        return pick(scope.description(), tagged);
    }

    /**
     * The text in the best language that there is, else the plain one, else any.
     *
     * @param tagged objects with a {@code tag} and a {@code value}
     */
    Optional<String> pick(@Nullable String plain, List<Members> tagged) {
        return pick(
                plain,
                tagged.stream()
                        .collect(Collectors.toMap(
                                text -> Objects.requireNonNullElse(text.text("tag"), "")
                                        .toLowerCase(Locale.ROOT),
                                text -> Objects.requireNonNullElse(text.text("value"), ""),
                                (first, second) -> first)));
    }

    private Optional<String> pick(@Nullable String plain, Map<String, String> tagged) {
        return preferred.stream()
                .flatMap(language -> Optional.ofNullable(best(language, tagged)).stream())
                .findFirst()
                .or(() -> filled(plain))
                .or(() ->
                        tagged.values().stream().filter(text -> !text.isBlank()).findFirst());
    }

    /** Of {@code de-CH} that in {@code de-ch}, else that in {@code de}. */
    private static @Nullable String best(Locale language, Map<String, String> tagged) {
        String exact = tagged.get(language.toLanguageTag().toLowerCase(Locale.ROOT));
        return filled(exact)
                .or(() -> filled(tagged.get(language.getLanguage())))
                .orElse(null);
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }
}
