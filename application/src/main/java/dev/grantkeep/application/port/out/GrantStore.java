package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grant heads: one row or document for each pair of client and subject. */
public interface GrantStore {
    Optional<GrantHead> find(GrantKey key);

    /** Stores a new head, of version 1; {@link Saved#TAKEN} if the pair has one. */
    Saved add(Change<GrantHead> head);

    /**
     * Replaces the state of the version before this one; {@link Saved#STALE} if there is no such state. A new generation
     * marks the pair for reclaiming what carries the old one.
     */
    Saved replace(Change<GrantHead> head);

    /**
     * The heads of a subject, in ascending order of client id.
     *
     * @param after only those of clients with a greater id; null starts from the first
     * @param limit at most this many
     */
    List<GrantHead> ofSubject(ServiceId service, Subject subject, @Nullable ClientId after, int limit);

    /**
     * How many stored token records of the pair carry the head's and the client's current generation, expired ones
     * included. Served by an index alone, where the store can.
     */
    int countTokens(GrantKey key);
}
