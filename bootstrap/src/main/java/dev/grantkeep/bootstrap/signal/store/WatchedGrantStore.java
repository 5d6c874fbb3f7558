package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grant heads, watched. */
final class WatchedGrantStore extends Watched implements GrantStore {
    private final GrantStore grants;

    WatchedGrantStore(GrantStore grants, Collection<StoreWatch> watches) {
        super(watches);
        this.grants = grants;
    }

    @Override
    public Optional<GrantHead> find(GrantKey key) {
        return timed(StoreOperation.GRANT_FIND, () -> grants.find(key));
    }

    @Override
    public Saved add(Change<GrantHead> head) {
        return saved(StoreOperation.GRANT_ADD, head, () -> grants.add(head));
    }

    @Override
    public Saved replace(Change<GrantHead> head) {
        return saved(StoreOperation.GRANT_REPLACE, head, () -> grants.replace(head));
    }

    @Override
    public List<GrantHead> ofSubject(ServiceId service, Subject subject, @Nullable ClientId after, int limit) {
        return timed(StoreOperation.GRANT_OF_SUBJECT, () -> grants.ofSubject(service, subject, after, limit));
    }

    @Override
    public int countTokens(GrantKey key) {
        return timed(StoreOperation.GRANT_COUNT_TOKENS, () -> grants.countTokens(key));
    }
}
