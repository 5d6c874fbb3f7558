package dev.grantkeep.application.port.out.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one address, and what that allows.
 *
 * <ul>
 *   <li>A copy answers while it is fresh. Nothing but a newer one takes its place.
 *   <li>For ten seconds after a fetch that failed there is no other.
 *   <li>A copy that is not fresh any more still answers, for a day from when it was made, while an {@link
 *       Unreachable.Reason#isOutage outage} is in the way of a newer one.
 *   <li>One that did not do is fetched again at most once a minute.
 * </ul>
 *
 * @param failure what the last fetch ended with, if it failed
 * @param failedAt when that was
 * @param demandedAt when a newer copy was last fetched because the one at hand did not do
 */
public record Remembered(
        @Nullable RemoteDocument document,
        @Nullable Unreachable failure,
        @Nullable Instant failedAt,
        @Nullable Instant demandedAt) {
    public static final Remembered NOTHING = new Remembered(null, null, null, null);

    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_DEMANDS = Duration.ofMinutes(1);
    private static final Duration OUTAGE = Duration.ofDays(1);

    /** What can be answered without a fetch. */
    public Optional<Fetched> answer(Instant now) {
        if (document != null && document.isFresh(now)) {
            return Optional.of(document);
        }
        return failure != null && isWithin(REST_AFTER_FAILURE, failedAt, now)
                ? Optional.ofNullable(bridges(failure, now) ? document : failure)
                : Optional.empty();
    }

    /** The same for whom this copy did not do. */
    public Optional<Fetched> answerAfter(RemoteDocument unfit, Instant now) {
        boolean isNewer = document != null && document.fetchedAt().isAfter(unfit.fetchedAt());
        boolean rests = isWithin(BETWEEN_DEMANDS, demandedAt, now) || isWithin(REST_AFTER_FAILURE, failedAt, now);
        return isNewer || rests ? answer(now) : Optional.empty();
    }

    public Remembered afterDemand(Instant now) {
        return new Remembered(document, failure, failedAt, now);
    }

    public Remembered after(Fetched fetched, Instant now) {
        return switch (fetched) {
            case RemoteDocument newer -> new Remembered(newer, null, null, demandedAt);
            case Unreachable none -> new Remembered(document, none, now, demandedAt);
        };
    }

    private boolean bridges(Unreachable none, Instant now) {
        return document != null && none.reason().isOutage() && isWithin(OUTAGE, document.fetchedAt(), now);
    }

    /** A clock that was set back ends the time, too. */
    private static boolean isWithin(Duration time, @Nullable Instant since, Instant now) {
        return since != null && !now.isBefore(since) && now.isBefore(since.plus(time));
    }
}
