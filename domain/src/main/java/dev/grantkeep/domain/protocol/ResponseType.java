package dev.grantkeep.domain.protocol;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The response types of an authorization request, as sets of words (OAuth 2.0 Multiple Response Types, section 3). */
public enum ResponseType {
    NONE("none"),
    CODE("code"),
    TOKEN("token"),
    ID_TOKEN("id_token"),
    CODE_TOKEN("code", "token"),
    CODE_ID_TOKEN("code", "id_token"),
    ID_TOKEN_TOKEN("id_token", "token"),
    CODE_ID_TOKEN_TOKEN("code", "id_token", "token");

    private final Set<String> words;

    ResponseType(String... words) {
        this.words = Set.of(words);
    }

    public boolean includesCode() {
        return words.contains("code");
    }

    public boolean includesToken() {
        return words.contains("token");
    }

    public boolean includesIdToken() {
        return words.contains("id_token");
    }

    /** The words, space-joined, as they stand in {@code response_type}. */
    public String wireName() {
        return String.join(" ", words.stream().sorted().toList());
    }

    /** The response type of these space-delimited words, in any order. */
    public static Optional<ResponseType> ofWireName(String text) {
        Set<String> asked = Set.copyOf(Arrays.asList(text.split(" ", -1)));
        return Arrays.stream(values()).filter(type -> type.words.equals(asked)).findFirst();
    }
}
