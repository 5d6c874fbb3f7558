package dev.grantkeep.adapter.mongo.connection;

import dev.grantkeep.adapter.mongo.connection.Change.Trial;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every write of every store. */
final class Changes {
    private Changes() {}

    static Stream<Change> all() {
        return Stream.of(services(), clients(), grants(), tokens(), steps()).flatMap(changes -> changes);
    }

    private static Stream<Change> services() {
        return Stream.of(
                new Change("service is added", stores -> {
                    Service service = Services.aService().build();
                    return service(s -> s.services().add(Changed.to(service)), service, Optional.of(service));
                }),
                new Change("service is replaced", stores -> {
                    Service service = service(stores);
                    Service next = service.update(Services.aService().settings(), Times.inSeconds(1))
                            .state();
                    return service(s -> s.services().replace(Changed.to(next)), service, Optional.of(next));
                }),
                new Change("service is removed", stores -> {
                    Service service = service(stores);
                    return service(
                            s -> s.services().remove(service.id(), Changed.SERVICE_REMOVED), service, Optional.empty());
                }));
    }

    private static Stream<Change> clients() {
        return Stream.of(
                new Change("client is added", stores -> {
                    Client client = Clients.aClient()
                            .of(service(stores))
                            .withAlias("alias")
                            .build();
                    return client(s -> s.clients().add(Changed.to(client)), client, Optional.of(client));
                }),
                new Change("client is replaced", stores -> {
                    Client client = client(stores);
                    Client next = client.withSecret(Unique.secret(), Times.inSeconds(1))
                            .state();
                    return client(s -> s.clients().replace(Changed.to(next)), client, Optional.of(next));
                }),
                new Change("client is cut off", stores -> {
                    Client client = client(stores);
                    Client next = client.cutOff(Unique.generation(), Times.inSeconds(1))
                            .state();
                    return client(s -> s.clients().replace(Changed.to(next)), client, Optional.of(next));
                }),
                new Change("client is removed", stores -> {
                    Client client = client(stores);
                    return client(
                            s -> s.clients().remove(client.service(), client.id(), Changed.CLIENT_REMOVED),
                            client,
                            Optional.empty());
                }));
    }

    private static Stream<Change> grants() {
        return Stream.of(
                new Change("grant is added", stores -> {
                    GrantHead head = Grants.aGrant().of(client(stores)).build();
                    return head(s -> s.grants().add(Changed.to(head)), head);
                }),
                new Change("grant is rewritten", stores -> {
                    GrantHead head = head(stores, client(stores));
                    GrantHead next = head.rewriteScopes(ScopeSet.of("read"), Times.inSeconds(1))
                            .state();
                    return head(s -> s.grants().replace(Changed.to(next)), next);
                }),
                new Change("grant is revoked", stores -> {
                    GrantHead head = head(stores, client(stores));
                    GrantHead next =
                            head.revoke(Unique.generation(), Times.inSeconds(1)).state();
                    return head(s -> s.grants().replace(Changed.to(next)), next);
                }));
    }

    private static Stream<Change> tokens() {
        return Stream.of(
                new Change("token is added", stores -> {
                    Client client = client(stores);
                    TokenRecord token =
                            Tokens.aToken().of(client, head(stores, client)).build();
                    return token(
                            s -> s.tokens().add(Changed.to(token), basis(stores, client)), token, Optional.of(token));
                }),
                new Change("token is refreshed", stores -> {
                    TokenRecord token = token(stores);
                    TokenRecord next = Tokens.after(token)
                            .withAccess(Unique.hash())
                            .withRefresh(Unique.hash())
                            .build();
                    return token(s -> s.tokens().replace(Changed.to(next)), token, Optional.of(next));
                }),
                new Change("token is removed", stores -> {
                    TokenRecord token = token(stores);
                    return token(
                            s -> s.tokens().remove(token.service(), token.id(), Changed.TOKEN_REVOKED),
                            token,
                            Optional.empty());
                }),
                new Change("token's use is noted", stores -> {
                    TokenRecord token = token(stores);
                    TokenRecord used = token.usedAt(Times.in(Duration.ofDays(2)));
                    return token(
                            s -> {
                                s.tokens().noteUse(used);
                                return true;
                            },
                            token,
                            Optional.of(used));
                }));
    }

    private static Stream<Change> steps() {
        return Stream.of(
                new Change("code is added", stores -> {
                    AuthorizationCode code = aCode(stores).build();
                    return code(s -> s.steps().add(StepKinds.CODE.toStep(code)), code, Optional.of(code));
                }),
                new Change("code is redeemed", stores -> {
                    Codes codes = aCode(stores);
                    AuthorizationCode code = codes.build();
                    stores.steps().add(StepKinds.CODE.toStep(code));
                    TokenId token = Unique.tokenId();
                    return code(
                            s -> s.steps().settle(StepKinds.CODE.key(code.service(), code.hash()), token),
                            code,
                            Optional.of(codes.redeemedAs(token).build()));
                }),
                new Change("code is removed", stores -> {
                    AuthorizationCode code = aCode(stores).build();
                    stores.steps().add(StepKinds.CODE.toStep(code));
                    return code(
                            s -> s.steps().take(StepKinds.CODE.key(code.service(), code.hash())),
                            code,
                            Optional.empty());
                }),
                new Change("ticket is added", stores -> {
                    Ticket ticket = Tickets.aTicket().of(client(stores)).build();
                    return ticket(s -> s.steps().add(StepKinds.TICKET.toStep(ticket)), ticket, Optional.of(ticket));
                }),
                new Change("ticket is taken", stores -> {
                    Ticket ticket = Tickets.aTicket().of(client(stores)).build();
                    stores.steps().add(StepKinds.TICKET.toStep(ticket));
                    return ticket(
                            s -> s.steps().take(StepKinds.TICKET.key(ticket.service(), ticket.hash())),
                            ticket,
                            Optional.empty());
                }));
    }

    private static Trial service(Function<Stores, ?> act, Service service, Object after) {
        return new Trial(act, s -> s.services().find(service.id()), after);
    }

    private static Trial client(Function<Stores, ?> act, Client client, Object after) {
        return new Trial(act, s -> s.clients().find(client.service(), client.id()), after);
    }

    private static Trial head(Function<Stores, ?> act, GrantHead after) {
        return new Trial(act, s -> s.grants().find(after.key()), Optional.of(after));
    }

    private static Trial token(Function<Stores, ?> act, TokenRecord token, Object after) {
        return new Trial(
                act,
                s -> Optional.ofNullable(s.tokens()
                                .find(token.service(), new TokenLocator.ById(token.id()))
                                .found())
                        .map(TokenInContext::token),
                after);
    }

    private static Trial code(Function<Stores, ?> act, AuthorizationCode code, Object after) {
        return new Trial(
                act,
                s -> s.steps()
                        .find(StepKinds.CODE.key(code.service(), code.hash()))
                        .map(found -> found.step()),
                after);
    }

    private static Trial ticket(Function<Stores, ?> act, Ticket ticket, Object after) {
        return new Trial(
                act,
                s -> s.steps()
                        .find(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                        .map(found -> found.step()),
                after);
    }

    private static Service service(Stores stores) {
        Service service = Services.aService().build();
        stores.services().add(Changed.to(service));
        return service;
    }

    private static Client client(Stores stores) {
        Client client = Clients.aClient().of(service(stores)).withAlias("alias").build();
        stores.clients().add(Changed.to(client));
        return client;
    }

    private static GrantHead head(Stores stores, Client client) {
        GrantHead head = Grants.aGrant().of(client).build();
        stores.grants().add(Changed.to(head));
        return head;
    }

    private static TokenRecord token(Stores stores) {
        Client client = client(stores);
        TokenRecord token = Tokens.aToken().of(client, head(stores, client)).build();
        stores.tokens().add(Changed.to(token), basis(stores, client));
        return token;
    }

    private static SettingsVersions basis(Stores stores, Client client) {
        return SettingsVersions.of(stores.services().find(client.service()).orElseThrow(), client);
    }

    private static Codes aCode(Stores stores) {
        Client client = client(stores);
        return Codes.aCode().of(client, head(stores, client));
    }
}
