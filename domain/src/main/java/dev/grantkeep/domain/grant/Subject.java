package dev.grantkeep.domain.grant;

import dev.grantkeep.domain.value.PlainText;

/** The end user's id: 1 to 100 printable ASCII characters. */
public record Subject(String value) {
    public static final int MAX_LENGTH = 100;

    public Subject {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a subject has 1 to " + MAX_LENGTH + " printable ASCII characters");
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && PlainText.isWithin(text, ' ', '~');
    }

    @Override
    public String toString() {
        return value;
    }
}
