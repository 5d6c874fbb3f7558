package dev.grantkeep.adapter.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A regular expression of a schema. It is matched in time that grows with the length of the text alone, so that no text can
 * make it take forever; in return it has no lookaround and no backreferences.
 */
final class Regex {
    private static final int MAX_LENGTH = 256;

    /** Repetitions are unfolded, those within others too. */
    private static final long MAX_REPETITIONS = 1_000;

    private static final java.util.regex.Pattern COUNTED = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    /** Steps of the machine that cost as much as one look at a tree. */
    private static final int STEPS = 16;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Why the text cannot be used; empty if it can. */
    static Optional<String> fault(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of("has a regular expression that is not one of RE2 (without lookaround and backreferences,"
                    + " at most " + MAX_LENGTH + " characters and " + MAX_REPETITIONS + " repetitions)");
        }
    }

    /** @throws IllegalArgumentException if it cannot be used */
    static Regex of(String text) {
        if (text.length() > MAX_LENGTH || repetitions(text) > MAX_REPETITIONS) {
            throw new IllegalArgumentException("too large");
        }
        try {
            return new Regex(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The product of all counts, as if each stood within the one before. */
    private static double repetitions(String text) {
        double product = 1;
        Matcher counts = COUNTED.matcher(text);
        while (counts.find()) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            product *= Math.max(1, Double.parseDouble(most));
        }
        return product;
    }

    /**
     * Whether a part of the text matches.
     *
     * @throws TooMuchWork if that would be over the budget
     */
    boolean isIn(String text, Budget budget) {
        budget.spend(1 + (long) text.length() * pattern.programSize() / STEPS);
        return pattern.matcher(text).find();
    }
}
