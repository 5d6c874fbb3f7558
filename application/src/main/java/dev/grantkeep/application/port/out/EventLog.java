package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.service.ServiceId;
import java.util.Collection;
import java.util.List;

/**
 * The events that were saved with the states that they led to, until whoever wants to know of them has. None is lost, and
 * each is shown until it is acknowledged, so that a reader who fails is shown it again. Where events are switched off there
 * are none.
 */
public interface EventLog {
    /**
     * An event that is not acknowledged.
     *
     * @param eventId names it within its service, the same whenever it is shown; ASCII
     */
    record Pending(String eventId, Happened happened) {}

    /**
     * Some of a service's, older ones first as far as a store can tell; those of one record in the order of its states. Of a
     * removed service there may be none left but that it was removed.
     *
     * @param limit at most this many, at least 1
     */
    List<Pending> pending(ServiceId service, int limit);

    /** They are not shown again. One that was acknowledged before does no harm. */
    void acknowledge(ServiceId service, Collection<Pending> told);
}
