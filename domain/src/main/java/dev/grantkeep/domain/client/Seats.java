package dev.grantkeep.domain.client;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The seats of a developer for whom the service limits the number of clients. There are as many as clients may be, and no
 * two clients have the same one: of several who want the last seat, a store gives it to one. A client that came before
 * there was a limit, or from another developer, has none; for each of those there is one seat less.
 *
 * @param taken one entry for each client of the developer; null for one that has no seat
 * @param limit the most clients, at least 1
 */
public record Seats(List<@Nullable Integer> taken, int limit) {

    /** The seats that a new client can have; none if the developer has as many clients as may be. */
    public List<Integer> free() {
        Set<@Nullable Integer> notFree = new HashSet<>(taken);
        return IntStream.range(0, end())
                .filter(seat -> !notFree.contains(seat))
                .boxed()
                .toList();
    }

    /** Where the seats end. A client without a seat takes one away, and so does one whose seat lies behind this end. */
    private int end() {
        int end = limit;
        while (end > limit - withoutSeatBefore(end)) {
            end = limit - withoutSeatBefore(end);
        }
        return end;
    }

    private int withoutSeatBefore(int end) {
        return (int) taken.stream().filter(seat -> seat == null || seat >= end).count();
    }
}
