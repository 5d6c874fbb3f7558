package dev.grantkeep.adapter.rest.signal;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names a request in the logs of all who had to do with it. What the caller names it is kept if it is harmless there: 1 to
 * {@value #LONGEST} letters, digits and {@code . _ - : / + =}. It is no secret, and nothing is decided by it.
 */
public final class RequestId {
    /** The header with which it comes, and with which it goes out with every answer. */
    public static final String HEADER = "X-Request-Id";

    private static final int LONGEST = 64;

    private RequestId() {}

    /**
     * The one that is given, or a fresh one of 32 digits if there is none, more than one, or one that cannot be kept.
     *
     * @param given the values of the header
     */
    public static String of(List<String> given) {
        return given.size() == 1 && isKept(given.get(0)) ? given.get(0) : fresh();
    }

    /** One that nobody else has, for all that chance can do. */
    public static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private static boolean isKept(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestId::isHarmless);
    }

    private static boolean isHarmless(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._-:/+=".indexOf(c) >= 0;
    }
}
