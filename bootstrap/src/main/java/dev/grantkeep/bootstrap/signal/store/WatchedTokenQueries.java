package dev.grantkeep.bootstrap.signal.store;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenInContext;
import java.util.Collection;

/** Lists and counts of token records, watched. */
final class WatchedTokenQueries extends Watched implements TokenQueries {
    private final TokenQueries queries;

    WatchedTokenQueries(TokenQueries queries, Collection<StoreWatch> watches) {
        super(watches);
        this.queries = queries;
    }

    @Override
    public Page<TokenInContext> list(Selection selection, Window window) {
        return timed(StoreOperation.TOKEN_LIST, () -> queries.list(selection, window));
    }

    @Override
    public int count(ServiceId service, ClientId client) {
        return timed(StoreOperation.TOKEN_COUNT, () -> queries.count(service, client));
    }
}
