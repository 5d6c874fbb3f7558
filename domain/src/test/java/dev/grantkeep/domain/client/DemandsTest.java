package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.fixture.Samples;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.RefreshPolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DemandsTest {
    private final Service service = Samples.service(
            RefreshPolicy.DEFAULT, Durations.UNSET, Samples.scope("read", "fapi", "rw"), Samples.scopes("write")[0]);

    @Test
    void onRequestsAloneSayNothingOfTokensThatAreMadeOtherwise() {
        Client client = demanding(Demand.GRANT_MANAGEMENT);
        assertThat(Demands.any(service, client)).contains(Demand.GRANT_MANAGEMENT);
        assertThat(Demands.onTokens(service, client)).isEmpty();
        assertThat(Demands.onTokens(service, client, ScopeSet.of("write"))).isEmpty();
    }

    @Test
    void onTokensAreThoseOfTheClientAndOfTheScopes() {
        Demand demand = service.settings().scopes().demand(ScopeSet.of("read")).orElseThrow();
        assertThat(Demands.onTokens(service, demanding(demand))).contains(demand);
        assertThat(Demands.onTokens(service, demanding(demand), ScopeSet.EMPTY)).contains(demand);
        assertThat(Demands.onTokens(service, Samples.client(), ScopeSet.of("read")))
                .contains(demand);
        assertThat(Demands.ofScopes(service, ScopeSet.of("write"))).isEmpty();
    }

    private static Client demanding(Demand demand) {
        return Samples.client()
                .update(new ClientSettings(Members.NONE, Set.of(demand)), Samples.NOW)
                .state();
    }
}
