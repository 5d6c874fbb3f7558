package dev.grantkeep.bootstrap;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.authorization.FailAuthorization;
import dev.grantkeep.application.port.in.authorization.IssueAuthorization;
import dev.grantkeep.application.port.in.authorization.StartAuthorization;
import dev.grantkeep.application.port.in.client.ChangeClientSecret;
import dev.grantkeep.application.port.in.client.CountClients;
import dev.grantkeep.application.port.in.client.CreateClient;
import dev.grantkeep.application.port.in.client.DeleteClient;
import dev.grantkeep.application.port.in.client.GetClient;
import dev.grantkeep.application.port.in.client.ListClients;
import dev.grantkeep.application.port.in.client.LockClient;
import dev.grantkeep.application.port.in.client.SetRequestableScopes;
import dev.grantkeep.application.port.in.client.UpdateClient;
import dev.grantkeep.application.port.in.exchange.ExchangeToken;
import dev.grantkeep.application.port.in.grant.DeleteGrant;
import dev.grantkeep.application.port.in.grant.DeleteGrantedScopes;
import dev.grantkeep.application.port.in.grant.GetGrantedScopes;
import dev.grantkeep.application.port.in.grant.ListAuthorizedClients;
import dev.grantkeep.application.port.in.grant.UpdateGrantScopes;
import dev.grantkeep.application.port.in.maintenance.Sweep;
import dev.grantkeep.application.port.in.revocation.RevokeToken;
import dev.grantkeep.application.port.in.service.CreateService;
import dev.grantkeep.application.port.in.service.DeleteService;
import dev.grantkeep.application.port.in.service.GetService;
import dev.grantkeep.application.port.in.service.IdentifyService;
import dev.grantkeep.application.port.in.service.ListServices;
import dev.grantkeep.application.port.in.service.RecallService;
import dev.grantkeep.application.port.in.service.UpdateService;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.port.in.token.DeleteToken;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.port.in.token.IntrospectToken;
import dev.grantkeep.application.port.in.token.ListTokens;
import dev.grantkeep.application.port.in.token.RevokeTokens;
import dev.grantkeep.application.port.in.token.UpdateToken;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.GrantStore;
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
import dev.grantkeep.application.usecase.maintenance.SweepHandler;
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
import dev.grantkeep.bootstrap.sweep.Pace;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The use cases, each by its inbound port. */
@Factory
final class UseCases {
    @Singleton
    CreateService createService(ServiceStore services, Clock clock, ValueGenerator generator) {
        return new CreateServiceHandler(services, clock, generator);
    }

    @Singleton
    DeleteService deleteService(ServiceStore services, Clock clock) {
        return new DeleteServiceHandler(services, clock);
    }

    @Singleton
    RecallService recallService(Snapshots snapshots) {
        return new RecallServiceHandler(snapshots);
    }

    @Singleton
    GetService getService(ServiceStore services) {
        return new GetServiceHandler(services);
    }

    @Singleton
    IdentifyService identifyService(ServiceStore services) {
        return new IdentifyServiceHandler(services);
    }

    @Singleton
    ListServices listServices(ServiceStore services) {
        return new ListServicesHandler(services);
    }

    @Singleton
    UpdateService updateService(ServiceStore services, Clock clock) {
        return new UpdateServiceHandler(services, clock);
    }

    @Singleton
    ChangeClientSecret changeClientSecret(ClientChanger changer, Clock clock, ValueGenerator generator) {
        return new ChangeClientSecretHandler(changer, clock, generator);
    }

    @Singleton
    CreateClient createClient(ClientStore clients, Clock clock, ValueGenerator generator) {
        return new CreateClientHandler(clients, clock, generator);
    }

    @Singleton
    DeleteClient deleteClient(ClientStore clients, ClientFinder finder, Clock clock) {
        return new DeleteClientHandler(clients, finder, clock);
    }

    @Singleton
    GetClient getClient(ClientFinder finder) {
        return new GetClientHandler(finder);
    }

    @Singleton
    CountClients countClients(ClientStore clients) {
        return new CountClientsHandler(clients);
    }

    @Singleton
    ListClients listClients(ClientStore clients) {
        return new ListClientsHandler(clients);
    }

    @Singleton
    LockClient lockClient(ClientChanger changer, Clock clock) {
        return new LockClientHandler(changer, clock);
    }

    @Singleton
    SetRequestableScopes setRequestableScopes(ClientChanger changer, Clock clock) {
        return new SetRequestableScopesHandler(changer, clock);
    }

    @Singleton
    UpdateClient updateClient(ClientChanger changer, ClientStore clients, Clock clock) {
        return new UpdateClientHandler(changer, clients, clock);
    }

    @Singleton
    DeleteGrant deleteGrant(ClientFinder finder, GrantHeads heads) {
        return new DeleteGrantHandler(finder, heads);
    }

    @Singleton
    DeleteGrantedScopes deleteGrantedScopes(ClientFinder finder, GrantHeads heads) {
        return new DeleteGrantedScopesHandler(finder, heads);
    }

    @Singleton
    GetGrantedScopes getGrantedScopes(ClientFinder finder, GrantStore grants) {
        return new GetGrantedScopesHandler(finder, grants);
    }

    @Singleton
    ListAuthorizedClients listAuthorizedClients(AuthorizedClients authorized, Clock clock) {
        return new ListAuthorizedClientsHandler(authorized, clock);
    }

    @Singleton
    UpdateGrantScopes updateGrantScopes(ClientFinder finder, GrantHeads heads, GrantStore grants) {
        return new UpdateGrantScopesHandler(finder, heads, grants);
    }

    @Singleton
    CreateToken createToken(ClientFinder finder, GrantHeads heads, Minter minter) {
        return new CreateTokenHandler(finder, heads, minter);
    }

    @Singleton
    DeleteToken deleteToken(TokenFinder finder, TokenStore tokens) {
        return new DeleteTokenHandler(finder, tokens);
    }

    @Singleton
    IntrospectStandard introspectStandard(
            TokenSearch search, TokenStore tokens, CurrentSettings currentSettings, Clock clock) {
        return new IntrospectStandardHandler(search, tokens, currentSettings, clock);
    }

    @Singleton
    IntrospectToken introspectToken(TokenStore tokens, CurrentSettings currentSettings, Clock clock) {
        return new IntrospectTokenHandler(tokens, currentSettings, clock);
    }

    @Singleton
    ListTokens listTokens(ClientFinder finder, TokenQueries tokens, Clock clock) {
        return new ListTokensHandler(finder, tokens, clock);
    }

    @Singleton
    RevokeToken revokeToken(
            ClientAuthenticator authenticator,
            TokenSearch search,
            TokenStore tokens,
            CurrentSettings currentSettings,
            Clock clock) {
        return new RevokeTokenHandler(authenticator, search, tokens, currentSettings, clock);
    }

    @Singleton
    RevokeTokens revokeTokens(
            TokenFinder finder,
            TokenStore tokens,
            TokenQueries queries,
            GrantStore grants,
            GrantHeads heads,
            ClientFinder clients,
            ClientChanger changer,
            Clock clock,
            ValueGenerator generator) {
        return new RevokeTokensHandler(finder, tokens, queries, grants, heads, clients, changer, clock, generator);
    }

    @Singleton
    UpdateToken updateToken(
            TokenFinder finder, TokenStore tokens, ClientStore clients, Clock clock, ValueGenerator generator) {
        return new UpdateTokenHandler(finder, tokens, clients, clock, generator);
    }

    @Singleton
    ExchangeToken exchangeToken(
            ClientAuthenticator authenticator,
            CurrentSettings currentSettings,
            StepStore steps,
            TokenStore tokens,
            Minter minter,
            Clock clock,
            ValueGenerator generator) {
        return new ExchangeTokenHandler(
                authenticator,
                currentSettings,
                List.of(
                        new CodeExchange(steps, tokens, minter, currentSettings, clock),
                        new RefreshExchange(tokens, currentSettings, clock, generator),
                        new ClientCredentialsExchange(minter)));
    }

    @Singleton
    FailAuthorization failAuthorization(TicketFinder finder, StepStore steps, ClientStore clients) {
        return new FailAuthorizationHandler(finder, steps, clients);
    }

    @Singleton
    IssueAuthorization issueAuthorization(
            TicketFinder finder,
            StepStore steps,
            ClientStore clients,
            GrantHeads heads,
            Minter minter,
            Clock clock,
            ValueGenerator generator) {
        return new IssueAuthorizationHandler(finder, steps, clients, heads, minter, clock, generator);
    }

    @Singleton
    StartAuthorization startAuthorization(ClientFinder finder, StepStore steps, Clock clock, ValueGenerator generator) {
        return new StartAuthorizationHandler(finder, steps, clock, generator);
    }

    @Singleton
    Sweep sweep(Reclaimer reclaimer, Pace pace, Clock clock) {
        return new SweepHandler(pace.of(reclaimer), clock);
    }
}
