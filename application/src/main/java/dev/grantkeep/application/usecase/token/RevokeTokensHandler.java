package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.RevokeTokens;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientChanger;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Ends tokens, however they are named. */
@Wired
public final class RevokeTokensHandler implements RevokeTokens {
    private static final int HEADS_AT_ONCE = 100;

    private final TokenFinder finder;
    private final TokenStore tokens;
    private final TokenQueries queries;
    private final GrantStore grants;
    private final GrantHeads heads;
    private final ClientFinder clients;
    private final ClientChanger changer;
    private final Clock clock;
    private final ValueGenerator generator;

    public RevokeTokensHandler(
            TokenFinder finder,
            TokenStore tokens,
            TokenQueries queries,
            GrantStore grants,
            GrantHeads heads,
            ClientFinder clients,
            ClientChanger changer,
            Clock clock,
            ValueGenerator generator) {
        this.finder = finder;
        this.tokens = tokens;
        this.queries = queries;
        this.grants = grants;
        this.heads = heads;
        this.clients = clients;
        this.changer = changer;
        this.clock = clock;
        this.generator = generator;
    }

    @Override
    public Result handle(Command command) {
        Service service = command.service();
        return switch (command.target()) {
            case Target.AccessToken token -> remove(service, finder.byAccess(service, token.identifier()));
            case Target.RefreshToken token -> remove(service, finder.byRefresh(service, token.identifier()));
            case Target.Pair pair -> revokePair(service, pair);
            case Target.OfClient of -> cutOff(service, of.client());
            case Target.OfSubject of -> revokeAll(service, of.subject());
        };
    }

    private Result remove(Service service, Optional<TokenInContext> found) {
        Event event = new Event(Event.Kind.TOKEN_REVOKED, clock.now());
        return found.filter(seen -> tokens.remove(service.id(), seen.token().id(), event))
                .<Result>map(removed -> new Revoked(1))
                .orElseGet(NotFound::new);
    }

    private Result revokePair(Service service, Target.Pair pair) {
        return clients.<Result>with(
                service,
                pair.client(),
                client -> new Revoked(heads.revoke(new GrantKey(service.id(), client.id(), pair.subject()))),
                Refused::new);
    }

    /** Counts first: once the client has another generation, its records do not count. */
    private Result cutOff(Service service, ClientIdentifier identifier) {
        AtomicInteger count = new AtomicInteger();
        return changer.<Result>change(
                service,
                identifier,
                client -> {
                    count.set(queries.count(service.id(), client.id()));
                    return client.cutOff(generator.generation(), clock.now());
                },
                (before, after) -> new Revoked(count.get()),
                ClientChanger.neverTaken(),
                Refused::new);
    }

    private Result revokeAll(Service service, Subject subject) {
        int count = 0;
        @Nullable ClientId after = null;
        List<GrantHead> some;
        do {
            some = grants.ofSubject(service.id(), subject, after, HEADS_AT_ONCE);
            for (GrantHead head : some) {
                count += heads.revoke(head.key());
                after = head.key().client();
            }
        } while (some.size() == HEADS_AT_ONCE);
        return new Revoked(count);
    }
}
