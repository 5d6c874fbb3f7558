package dev.grantkeep.domain.scope;

import dev.grantkeep.domain.value.Members;
import java.util.Objects;

/** A text in the language of its tag (BCP 47). */
public record TaggedText(String tag, String value) {
    public TaggedText {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(value, "value");
    }

    static TaggedText of(Members members) {
        return new TaggedText(
                Objects.requireNonNullElse(members.text("tag"), ""),
                Objects.requireNonNullElse(members.text("value"), ""));
    }
}
