package dev.grantkeep.adapter.rest.testing;

import dev.grantkeep.adapter.rest.auth.OwnerCredentials;
import dev.grantkeep.adapter.rest.connection.ConnectionLimits;
import dev.grantkeep.application.memory.InMemoryStores;
import dev.grantkeep.application.memory.MutableClock;
import dev.grantkeep.application.memory.SecureRandomness;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.authorization.FailAuthorizationHandler;
import dev.grantkeep.application.usecase.authorization.IssueAuthorizationHandler;
import dev.grantkeep.application.usecase.authorization.StartAuthorizationHandler;
import dev.grantkeep.application.usecase.authorization.TicketFinder;
import dev.grantkeep.application.usecase.client.ChangeClientSecretHandler;
import dev.grantkeep.application.usecase.client.ClientChanger;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.client.CountClientsHandler;
import dev.grantkeep.application.usecase.client.CreateClientHandler;
import dev.grantkeep.application.usecase.client.DeleteClientHandler;
import dev.grantkeep.application.usecase.client.GetClientHandler;
import dev.grantkeep.application.usecase.client.ListClientsHandler;
import dev.grantkeep.application.usecase.client.LockClientHandler;
import dev.grantkeep.application.usecase.client.SetRequestableScopesHandler;
import dev.grantkeep.application.usecase.client.UpdateClientHandler;
import dev.grantkeep.application.usecase.clientauth.AuthenticationMethod;
import dev.grantkeep.application.usecase.clientauth.ByNameAlone;
import dev.grantkeep.application.usecase.clientauth.BySecret;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.application.usecase.exchange.ClientCredentialsExchange;
import dev.grantkeep.application.usecase.exchange.CodeExchange;
import dev.grantkeep.application.usecase.exchange.ExchangeTokenHandler;
import dev.grantkeep.application.usecase.exchange.RefreshExchange;
import dev.grantkeep.application.usecase.grant.DeleteGrantHandler;
import dev.grantkeep.application.usecase.grant.DeleteGrantedScopesHandler;
import dev.grantkeep.application.usecase.grant.GetGrantedScopesHandler;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.application.usecase.grant.ListAuthorizedClientsHandler;
import dev.grantkeep.application.usecase.grant.UpdateGrantScopesHandler;
import dev.grantkeep.application.usecase.revocation.RevokeTokenHandler;
import dev.grantkeep.application.usecase.service.CreateServiceHandler;
import dev.grantkeep.application.usecase.service.DeleteServiceHandler;
import dev.grantkeep.application.usecase.service.GetServiceHandler;
import dev.grantkeep.application.usecase.service.IdentifyServiceHandler;
import dev.grantkeep.application.usecase.service.ListServicesHandler;
import dev.grantkeep.application.usecase.service.RecallServiceHandler;
import dev.grantkeep.application.usecase.service.UpdateServiceHandler;
import dev.grantkeep.application.usecase.token.CreateTokenHandler;
import dev.grantkeep.application.usecase.token.DeleteTokenHandler;
import dev.grantkeep.application.usecase.token.IntrospectStandardHandler;
import dev.grantkeep.application.usecase.token.IntrospectTokenHandler;
import dev.grantkeep.application.usecase.token.ListTokensHandler;
import dev.grantkeep.application.usecase.token.RevokeTokensHandler;
import dev.grantkeep.application.usecase.token.TokenFinder;
import dev.grantkeep.application.usecase.token.TokenSearch;
import dev.grantkeep.application.usecase.token.UpdateTokenHandler;
import dev.grantkeep.domain.value.Secret;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Import;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Puts the use cases on the in-memory stores. */
@Factory
@Import(
        classes = {
            CurrentSettings.class,
            ValueGenerator.class,
            ChangeClientSecretHandler.class,
            ClientChanger.class,
            ClientFinder.class,
            CreateClientHandler.class,
            DeleteClientHandler.class,
            GetClientHandler.class,
            ListClientsHandler.class,
            CountClientsHandler.class,
            LockClientHandler.class,
            SetRequestableScopesHandler.class,
            UpdateClientHandler.class,
            ClientAuthenticator.class,
            ByNameAlone.class,
            ClientCredentialsExchange.class,
            CodeExchange.class,
            ExchangeTokenHandler.class,
            FailAuthorizationHandler.class,
            IssueAuthorizationHandler.class,
            RefreshExchange.class,
            StartAuthorizationHandler.class,
            TicketFinder.class,
            DeleteGrantHandler.class,
            DeleteGrantedScopesHandler.class,
            GetGrantedScopesHandler.class,
            GrantHeads.class,
            ListAuthorizedClientsHandler.class,
            UpdateGrantScopesHandler.class,
            CreateServiceHandler.class,
            DeleteServiceHandler.class,
            GetServiceHandler.class,
            RecallServiceHandler.class,
            IdentifyServiceHandler.class,
            ListServicesHandler.class,
            UpdateServiceHandler.class,
            TokenSearch.class,
            Minter.class,
            CreateTokenHandler.class,
            DeleteTokenHandler.class,
            IntrospectStandardHandler.class,
            IntrospectTokenHandler.class,
            ListTokensHandler.class,
            RevokeTokenHandler.class,
            RevokeTokensHandler.class,
            TokenFinder.class,
            UpdateTokenHandler.class
        },
        annotated = "*")
final class TestBeans {
    @Singleton
    InMemoryStores stores() {
        return new InMemoryStores();
    }

    @Singleton
    AuthenticationMethod byHeader() {
        return BySecret.inHeader();
    }

    @Singleton
    AuthenticationMethod byBody() {
        return BySecret.inBody();
    }

    @Singleton
    MutableClock clock() {
        return MutableClock.at(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @Singleton
    ConnectionLimits connectionLimits() {
        return new ConnectionLimits(1_000, Duration.ofSeconds(20), ConnectionLimits.LEAST_HELD_BYTES);
    }

    @Singleton
    Randomness randomness() {
        return new SecureRandomness();
    }

    @Singleton
    OwnerCredentials owner() {
        return new OwnerCredentials(
                RestServer.OWNER_KEY, new Secret(RestServer.OWNER_SECRET), new Secret(RestServer.OWNER_TOKEN));
    }

    @Singleton
    Snapshots snapshots(InMemoryStores stores) {
        return stores.snapshots();
    }

    @Singleton
    ServiceStore services(InMemoryStores stores) {
        return stores.services();
    }

    @Singleton
    ClientStore clients(InMemoryStores stores) {
        return stores.clients();
    }

    @Singleton
    GrantStore grants(InMemoryStores stores) {
        return stores.grants();
    }

    @Singleton
    AuthorizedClients authorizedClients(InMemoryStores stores) {
        return stores.authorizedClients();
    }

    @Singleton
    TokenStore tokens(InMemoryStores stores) {
        return stores.tokens();
    }

    @Singleton
    TokenQueries queries(InMemoryStores stores) {
        return stores.queries();
    }

    @Singleton
    StepStore steps(InMemoryStores stores) {
        return stores.steps();
    }

    @Singleton
    Reclaimer reclaimer(InMemoryStores stores) {
        return stores.reclaimer();
    }
}
