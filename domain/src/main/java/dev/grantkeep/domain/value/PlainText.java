package dev.grantkeep.domain.value;

/** What a text is made of, and what every store can keep: valid Unicode without NUL. */
public final class PlainText {
    private PlainText() {}

    /** Whether the text has no NUL and no unpaired surrogate, so that UTF-8 and every database can hold it. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all characters lie between these two, both included; an empty text's do. */
    public static boolean isWithin(String text, char least, char greatest) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < least || c > greatest) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a number of at most so many decimal digits, at least one. */
    public static boolean isNumber(String text, int mostDigits) {
        return !text.isEmpty() && text.length() <= mostDigits && isWithin(text, '0', '9');
    }

    /**
     * @throws IllegalArgumentException if the text is not storable
     */
    public static String requireStorable(String text, String what) {
        if (!isStorable(text)) {
            throw new IllegalArgumentException(what + " holds a NUL or an unpaired surrogate");
        }
        return text;
    }
}
