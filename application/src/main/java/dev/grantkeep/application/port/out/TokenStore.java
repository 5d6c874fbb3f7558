package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.time.Instant;

/**
 * The token records. The hashes of access tokens are unique within a service, so are those of refresh tokens; two
 * services may hold the same one.
 */
public interface TokenStore {
    /**
     * Stores a new record, of version 1, if its basis is still current: {@link Saved#STALE} if it is not, {@link
     * Saved#TAKEN} if a hash or the id is in use.
     */
    Saved add(Change<TokenRecord> token, SettingsVersions basis);

    /**
     * Stores a new record as {@link #add} does, and settles a pending step as it: both or neither. Of several calls for one
     * step, one does. A store that has no transactions may be cut short in between; then the step is pending, and the
     * record's values are known to nobody.
     */
    Settled settle(StepKey<?> step, Change<TokenRecord> token, SettingsVersions basis);

    /**
     * The record beside its grant head and client, and the version of the service's settings, all as of one moment and
     * in one statement where the store has joins. A record is found whatever its verdict.
     */
    FoundAtVersion<TokenInContext> find(ServiceId service, TokenLocator locator);

    /** Whether another service than this one has such a record. */
    boolean existsElsewhere(ServiceId service, TokenLocator locator);

    /**
     * Replaces the state of the version before this one: {@link Saved#STALE} if there is no such state, {@link
     * Saved#TAKEN} if another record has one of the hashes.
     */
    Saved replace(Change<TokenRecord> token);

    /**
     * Removes the record.
     *
     * @param event why
     * @return whether there was one
     */
    boolean remove(ServiceId service, TokenId id, Event event);

    /**
     * Notes the record's {@code lastUsedAt} and the purge instant that follows from it, if the stored record still has
     * this version; the version stays. A note that is lost does no harm.
     */
    void noteUse(TokenRecord token);

    /** Notes that the record was used now, if that is worth a write. */
    default void noteUse(TokenRecord token, Instant now) {
        if (token.useIsWorthNoting(now)) {
            noteUse(token.usedAt(now));
        }
    }
}
