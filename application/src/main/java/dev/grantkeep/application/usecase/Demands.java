package dev.grantkeep.application.usecase;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.Demand;
import dev.grantkeep.domain.service.Service;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a service and its client demand that Grantkeep does not give yet. */
public final class Demands {
    private static final Set<Demand> ON_TOKENS =
            EnumSet.of(Demand.DPOP, Demand.CERTIFICATE_BOUND_TOKENS, Demand.JWT_ACCESS_TOKENS);

    private Demands() {}

    /** A demand on the tokens that are to be made. */
    public static Optional<Demand> onTokens(Service service, Client client) {
        return ON_TOKENS.stream()
                .filter(demand -> demanded(demand, service, client))
                .findFirst();
    }

    /** A demand of any kind. */
    public static Optional<Demand> any(Service service, Client client) {
        return Arrays.stream(Demand.values())
                .filter(demand -> demanded(demand, service, client))
                .findFirst();
    }

    private static boolean demanded(Demand demand, Service service, Client client) {
        return service.settings().demands().contains(demand)
                || client.settings().demands().contains(demand);
    }
}
