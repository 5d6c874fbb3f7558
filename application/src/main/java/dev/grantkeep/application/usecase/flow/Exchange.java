package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.ExchangeToken;
import dev.grantkeep.application.port.in.flow.TokenRefusal;
import dev.grantkeep.application.usecase.Demands;
import dev.grantkeep.application.usecase.flow.Authentication.Authenticated;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** What one grant type does at the token endpoint, once the client is authenticated and may use it. */
interface Exchange {
    ExchangeToken.Result exchange(ExchangeToken.Command command, Authenticated by);

    /** The refusal of a token whose scopes demand a protection that is not given yet. */
    static Optional<ExchangeToken.Result> demand(Service service, ScopeSet scopes, Authenticated by) {
        return Demands.ofScopes(service, scopes)
                .map(demand -> new ExchangeToken.Refused(TokenRefusal.DEMAND_NOT_MET, demand.member(), by.client()));
    }
}
