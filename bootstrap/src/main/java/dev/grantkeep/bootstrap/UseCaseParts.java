package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.authorization.TicketFinder;
import dev.grantkeep.application.usecase.client.ClientChanger;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.clientauth.ByNameAlone;
import dev.grantkeep.application.usecase.clientauth.BySecret;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.application.usecase.token.TokenFinder;
import dev.grantkeep.application.usecase.token.TokenSearch;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** What several use cases share. */
@Factory
final class UseCaseParts {
    @Singleton
    CurrentSettings currentSettings(Snapshots snapshots, ServiceStore services) {
        return new CurrentSettings(snapshots, services);
    }

    @Singleton
    ValueGenerator generator(Randomness randomness) {
        return new ValueGenerator(randomness);
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
    GrantHeads grantHeads(GrantStore grants, Clock clock, ValueGenerator generator) {
        return new GrantHeads(grants, clock, generator);
    }

    @Singleton
    TokenSearch search(TokenStore tokens, CurrentSettings currentSettings) {
        return new TokenSearch(tokens, currentSettings);
    }

    @Singleton
    TokenFinder tokenFinder(TokenStore tokens, Clock clock) {
        return new TokenFinder(tokens, clock);
    }

    @Singleton
    ClientAuthenticator clientAuthenticator(CurrentSettings currentSettings) {
        return new ClientAuthenticator(
                currentSettings, List.of(new ByNameAlone(), BySecret.inHeader(), BySecret.inBody()));
    }

    @Singleton
    Minter minter(TokenStore tokens, GrantHeads heads, Clock clock, ValueGenerator generator) {
        return new Minter(tokens, heads, clock, generator);
    }

    @Singleton
    TicketFinder ticketFinder(StepStore steps, Clock clock) {
        return new TicketFinder(steps, clock);
    }
}
