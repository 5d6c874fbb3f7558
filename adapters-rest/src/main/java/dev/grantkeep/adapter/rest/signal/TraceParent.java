package dev.grantkeep.adapter.rest.signal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to, as its {@code traceparent} header says (W3C Trace Context, section 3.2).
 *
 * @param traceId 32 lower-case hexadecimal digits, not all 0
 * @param parentId the span that the request was made in: 16 such digits
 * @param sampled whether the one before recorded the trace
 */
public record TraceParent(String traceId, String parentId, boolean sampled) {
    public static final String HEADER = "traceparent";

    private static final String SHORTEST = "00-00000000000000000000000000000000-0000000000000000-00";

    /** What a later version has behind it counts for nothing (section 4.3). */
    private static final Pattern FORM = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.{0,400})?");

    /**
     * Empty if there is no header, more than one, or one that cannot be read: then the trace begins here (section 4.2).
     *
     * @param given the values of the header
     */
    public static Optional<TraceParent> of(List<String> given) {
        return given.size() == 1 && given.get(0).length() >= SHORTEST.length() ? read(given.get(0)) : Optional.empty();
    }

    private static Optional<TraceParent> read(String given) {
        Matcher matcher = FORM.matcher(given);
        if (!matcher.matches() || matcher.group(5) != null && matcher.group(1).equals("00")) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(matcher.group(4), 16) & 1) == 1;
        return Optional.of(new TraceParent(matcher.group(2), matcher.group(3), sampled));
    }
}
