package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Currency;
import dev.grantkeep.application.usecase.Fresh;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.authorization.TicketFinder;
import dev.grantkeep.application.usecase.client.ClientChanger;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.clientauth.ByNameAlone;
import dev.grantkeep.application.usecase.clientauth.BySecret;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.application.usecase.token.BothWays;
import dev.grantkeep.application.usecase.token.TokenFinder;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** What several use cases share. */
@Factory
final class UseCaseParts {
    @Singleton
    Currency currency(Snapshots snapshots, ServiceStore services) {
        return new Currency(snapshots, services);
    }

    @Singleton
    Fresh fresh(Randomness randomness) {
        return new Fresh(randomness);
    }

    @Singleton
    ClientChanger clientChanger(ClientStore clients, ClientFinder finder) {
        return new ClientChanger(clients, finder);
    }

    @Singleton
    ClientFinder clientFinder(ClientStore clients) {
        return new ClientFinder(clients);
    }

    @Singleton
    GrantHeads grantHeads(GrantStore grants, Clock clock, Fresh fresh) {
        return new GrantHeads(grants, clock, fresh);
    }

    @Singleton
    BothWays bothWays(TokenStore tokens, Currency currency) {
        return new BothWays(tokens, currency);
    }

    @Singleton
    TokenFinder tokenFinder(TokenStore tokens, Clock clock) {
        return new TokenFinder(tokens, clock);
    }

    @Singleton
    ClientAuthenticator clientAuthenticator(Currency currency) {
        return new ClientAuthenticator(currency, List.of(new ByNameAlone(), BySecret.inHeader(), BySecret.inBody()));
    }

    @Singleton
    Minter minter(TokenStore tokens, GrantHeads heads, Clock clock, Fresh fresh) {
        return new Minter(tokens, heads, clock, fresh);
    }

    @Singleton
    TicketFinder ticketFinder(StepStore steps, Clock clock) {
        return new TicketFinder(steps, clock);
    }
}
