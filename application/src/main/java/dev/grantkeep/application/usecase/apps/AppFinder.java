package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.page.Page;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.apps.ListApps;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.Access;
import dev.grantkeep.domain.apps.App;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what an application can do for a user. */
@Wired
public final class AppFinder {
    private final TokenQueries tokens;
    private final GrantStore grants;
    private final Clock clock;

    public AppFinder(TokenQueries tokens, GrantStore grants, Clock clock) {
        this.tokens = tokens;
        this.grants = grants;
        this.clock = clock;
    }

    /** The state of the grant is read first: what is decided on it may not be newer than what is shown. */
    ListApps.Entry entry(Service service, Subject subject, App app) {
        GrantHead head =
                grants.find(new GrantKey(service.id(), app.client(), subject)).orElse(null);
        return new ListApps.Entry(app, access(service, subject, app.client()), head == null ? null : head.version());
    }

    /** @param client null for all clients */
    Access access(Service service, Subject subject, @Nullable ClientId client) {
        TokenQueries.Selection selection =
                new TokenQueries.Selection(service.id(), client, subject, TokenStatus.ALL, clock.now());
        List<TokenInContext> all = new ArrayList<>();
        Page<TokenInContext> some;
        do {
            some = tokens.list(selection, new Window(all.size(), all.size() + Window.MAX_SIZE));
            all.addAll(some.items());
        } while (some.items().size() == Window.MAX_SIZE);
        return Access.of(all, service, clock.now());
    }
}
