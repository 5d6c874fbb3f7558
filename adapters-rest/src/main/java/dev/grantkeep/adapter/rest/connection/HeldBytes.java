package dev.grantkeep.adapter.rest.connection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes that all connections hold together. Where they become too many, those who have held theirs longest and are
 * still sending or reading give up: one who is only slow gives way to those who are not. What is being worked on stays.
 */
final class HeldBytes {
    private final long most;
    private final Map<Holder, Long> held = new LinkedHashMap<>();
    private long sum;

    HeldBytes(long most) {
        this.most = most;
    }

    /** Somebody who holds bytes. */
    interface Holder {
        /** Whether it holds them only because its peer is slow. Asked under a lock: it answers at once. */
        boolean waitsForPeer();

        /** It must let go; called by any thread, after what it held is no longer counted. */
        void giveUp();
    }

    /** Counts more bytes of this holder. It may be told to give up before this returns, as may others. */
    void add(Holder holder, long bytes) {
        List<Holder> losers = new ArrayList<>(0);
        synchronized (held) {
            held.merge(holder, bytes, Long::sum);
            sum += bytes;
            Iterator<Map.Entry<Holder, Long>> eldestFirst = held.entrySet().iterator();
            while (sum > most && eldestFirst.hasNext()) {
                Map.Entry<Holder, Long> eldest = eldestFirst.next();
                if (eldest.getKey().waitsForPeer()) {
                    losers.add(eldest.getKey());
                    sum -= eldest.getValue();
                    eldestFirst.remove();
                }
            }
        }
        losers.forEach(Holder::giveUp);
    }

    /** Counts fewer bytes of this holder, if it still holds any. */
    void remove(Holder holder, long bytes) {
        synchronized (held) {
            long has = held.getOrDefault(holder, 0L);
            long less = Math.min(has, bytes);
            sum -= less;
            if (less == has) {
                held.remove(holder);
            } else {
                held.put(holder, has - less);
            }
        }
    }

    /** The holder holds nothing any more. */
    void release(Holder holder) {
        remove(holder, Long.MAX_VALUE);
    }

    long sum() {
        synchronized (held) {
            return sum;
        }
    }
}
