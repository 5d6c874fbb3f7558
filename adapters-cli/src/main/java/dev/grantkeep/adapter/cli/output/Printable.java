package dev.grantkeep.adapter.cli.output;

/** Text of others on a terminal: what would move the cursor or change colours is not obeyed. */
public final class Printable {
    private Printable() {}

    /** The text on one line, with a question mark for each character that does not print. */
    public static String text(String of) {
        return of.codePoints()
                .map(c -> prints(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean prints(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
