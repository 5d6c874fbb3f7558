package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.port.out.FoundAtVersion;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.Settled;
import dev.grantkeep.application.port.out.StepKey;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.domain.event.Change;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.util.Collection;

/** The token records, watched. */
final class WatchedTokenStore extends Watched implements TokenStore {
    private final TokenStore tokens;

    WatchedTokenStore(TokenStore tokens, Collection<StoreWatch> watches) {
        super(watches);
        this.tokens = tokens;
    }

    @Override
    public Saved add(Change<TokenRecord> token, SettingsVersions basis) {
        return saved(StoreOperation.TOKEN_ADD, token, () -> tokens.add(token, basis));
    }

    @Override
    public Settled settle(StepKey<?> step, Change<TokenRecord> token, SettingsVersions basis) {
        Settled settled = timed(StoreOperation.TOKEN_SETTLE, () -> tokens.settle(step, token, basis));
        if (settled == Settled.SETTLED) {
            happened(token.event());
        }
        return settled;
    }

    @Override
    public FoundAtVersion<TokenInContext> find(ServiceId service, TokenLocator locator) {
        return timed(StoreOperation.TOKEN_FIND, () -> tokens.find(service, locator));
    }

    @Override
    public boolean existsElsewhere(ServiceId service, TokenLocator locator) {
        return timed(StoreOperation.TOKEN_EXISTS_ELSEWHERE, () -> tokens.existsElsewhere(service, locator));
    }

    @Override
    public Saved replace(Change<TokenRecord> token) {
        return saved(StoreOperation.TOKEN_REPLACE, token, () -> tokens.replace(token));
    }

    @Override
    public boolean remove(ServiceId service, TokenId id, Event event) {
        return removed(StoreOperation.TOKEN_REMOVE, event, () -> tokens.remove(service, id, event));
    }

    @Override
    public void noteUse(TokenRecord token) {
        timed(StoreOperation.TOKEN_NOTE_USE, () -> {
            tokens.noteUse(token);
            return token;
        });
    }
}
