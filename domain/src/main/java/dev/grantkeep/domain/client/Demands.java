package dev.grantkeep.domain.client;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a service, its client and the scopes demand that Grantkeep does not give yet. */
public final class Demands {
    /** Demands on authorization requests alone, which say nothing about tokens that are made otherwise. */
    private static final Set<Demand> ON_REQUESTS = EnumSet.of(Demand.GRANT_MANAGEMENT);

    private Demands() {}

    /** A demand on the tokens that are to be made. */
    public static Optional<Demand> onTokens(Service service, Client client) {
        return of(service, client).stream()
                .filter(demand -> !ON_REQUESTS.contains(demand))
                .findFirst();
    }

    /** A demand on the tokens with these scopes that are to be made. */
    public static Optional<Demand> onTokens(Service service, Client client, ScopeSet scopes) {
        return onTokens(service, client).or(() -> ofScopes(service, scopes));
    }

    /** A demand of any kind. */
    public static Optional<Demand> any(Service service, Client client) {
        return of(service, client).stream().findFirst();
    }

    /** A demand of one of the scopes. */
    public static Optional<Demand> ofScopes(Service service, ScopeSet scopes) {
        return service.settings().scopes().demand(scopes);
    }

    private static Set<Demand> of(Service service, Client client) {
        Set<Demand> all = EnumSet.noneOf(Demand.class);
        all.addAll(service.settings().demands());
        all.addAll(client.settings().demands());
        return all;
    }
}
