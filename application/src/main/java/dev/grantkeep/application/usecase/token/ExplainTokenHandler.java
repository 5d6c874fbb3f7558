package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.token.ExplainToken;
import dev.grantkeep.application.port.in.token.IntrospectStandard.Kind;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Introspection;
import dev.grantkeep.domain.token.LifeOfToken;
import dev.grantkeep.domain.token.PresentedAccessToken;
import dev.grantkeep.domain.token.PresentedRefreshToken;
import dev.grantkeep.domain.token.Verdict;
import java.time.Instant;

/** Explains tokens. */
@Wired
public final class ExplainTokenHandler implements ExplainToken {
    private static final Introspection NOTHING_REQUIRED = Introspection.forResource(null);

    private final TokenSearch search;
    private final TokenFinder finder;
    private final ClientStore clients;
    private final Clock clock;

    public ExplainTokenHandler(TokenSearch search, TokenFinder finder, ClientStore clients, Clock clock) {
        this.search = search;
        this.finder = finder;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return search.find(command.service(), command.token(), null)
                .<Result>map(hit -> explained(command.service(), hit, clock.now()))
                .orElseGet(() -> new Unknown(finder.existsElsewhere(command.service(), command.token())));
    }

    private Explained explained(Service service, TokenSearch.Hit hit, Instant now) {
        Client client = clients.find(service.id(), hit.token().token().client()).orElse(null);
        LifeOfToken life = hit.kind() == Kind.ACCESS_TOKEN
                ? LifeOfToken.ofAccess(hit.token(), client, service)
                : LifeOfToken.ofRefresh(hit.token(), client, service);
        return new Explained(hit.kind(), hit.token(), verdict(service, hit, now), client, life);
    }

    private static Verdict verdict(Service service, TokenSearch.Hit hit, Instant now) {
        return switch (hit.kind()) {
            case ACCESS_TOKEN ->
                NOTHING_REQUIRED.decide(PresentedAccessToken.to(service, hit.value()), hit.token(), now);
            case REFRESH_TOKEN ->
                NOTHING_REQUIRED.decide(PresentedRefreshToken.to(service, hit.value()), hit.token(), service, now);
        };
    }
}
