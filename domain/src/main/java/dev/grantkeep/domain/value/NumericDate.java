package dev.grantkeep.domain.value;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares the times that JWTs hold: numbers of seconds since 1970, maybe with parts of one (RFC 7519 section 2). */
public final class NumericDate {
    private static final int NANO_DIGITS = 9;

    private NumericDate() {}

    /**
     * Whether a claim is later than this.
     *
     * @param value as JSON has it; null if it is absent, which is not later. What is no number is later than any time
     */
    public static boolean isLater(@Nullable Object value, Instant than) {
        return value instanceof Number seconds ? decimal(seconds).compareTo(seconds(than)) > 0 : value != null;
    }

    /** The number as it is, however large. */
    public static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
    }
}
