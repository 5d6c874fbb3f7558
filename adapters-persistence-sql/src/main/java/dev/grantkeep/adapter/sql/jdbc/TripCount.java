package dev.grantkeep.adapter.sql.jdbc;

import java.util.concurrent.atomic.LongAdder;

/** How many trips there were, and how many calls went with them. */
public final class TripCount {
    private final LongAdder trips = new LongAdder();
    private final LongAdder calls = new LongAdder();

    void took(int together) {
        trips.increment();
        calls.add(together);
    }

    public long count() {
        return trips.sum();
    }

    public long calls() {
        return calls.sum();
    }
}
