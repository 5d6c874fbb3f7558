package dev.grantkeep.adapter.http.document;

import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an answer lives, as its headers say (RFC 9111 section 4.2). */
final class ToldLife {
    private static final Pattern NONE = directive("no-store|no-cache");
    private static final Pattern SHARED = directive("s-maxage=\"?([0-9]+)\"?");
    private static final Pattern OWN = directive("max-age=\"?([0-9]+)\"?");
    private static final Pattern SECONDS = Pattern.compile("([0-9]+)");

    /** More digits than that, and it is for ever. */
    private static final int MOST_DIGITS = 9;

    private ToldLife() {}

    /**
     * From now on; negative or zero if it is over, empty if they do not say.
     *
     * @param now the time, for an answer that does not say when it was made
     */
    static Optional<Duration> of(HttpHeaders headers, Instant now) {
        String control = String.join(",", headers.getAll(HttpHeaderNames.CACHE_CONTROL));
        if (NONE.matcher(control).find()) {
            return Optional.of(Duration.ZERO);
        }
        Duration age = seconds(SECONDS, headers.get(HttpHeaderNames.AGE, "")).orElse(Duration.ZERO);
        return seconds(SHARED, control)
                .or(() -> seconds(OWN, control))
                .or(() -> untilExpiry(headers, now))
                .map(life -> life.minus(age));
    }

    /** An expiry that is no date has passed (RFC 9111 section 5.3). */
    private static Optional<Duration> untilExpiry(HttpHeaders headers, Instant now) {
        return Optional.ofNullable(headers.get(HttpHeaderNames.EXPIRES)).map(expires -> {
            Instant made = date(headers.get(HttpHeaderNames.DATE, "")).orElse(now);
            return Duration.between(made, date(expires).orElse(made));
        });
    }

    private static Optional<Instant> date(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(DateFormatter.parseHttpDate(text))
                        .map(date -> Instant.ofEpochMilli(date.getTime()));
    }

    private static Optional<Duration> seconds(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String digits = found.group(1);
        return Optional.of(
                Duration.ofSeconds(digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits)));
    }

    private static Pattern directive(String directive) {
        return Pattern.compile("(?:^|,)\\s*(?:" + directive + ")\\s*(?=,|$)", Pattern.CASE_INSENSITIVE);
    }
}
