package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Codes;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;

/** Stores what a test starts from. Every service is a new one, so that tests do not meet in a shared database. */
final class Given {
    private final Stores stores;

    Given(Stores stores) {
        this.stores = stores;
    }

    Service service() {
        return stored(Services.aService());
    }

    Service stored(Services service) {
        return stored(service.build());
    }

    Service stored(Service service) {
        assertThat(stores.services().add(Changed.to(service))).isEqualTo(Saved.SAVED);
        return service;
    }

    /** A client of a service of its own. */
    Client client() {
        return client(service());
    }

    Client client(Service service) {
        return stored(Clients.aClient().of(service));
    }

    Client stored(Clients client) {
        return stored(client.build());
    }

    Client stored(Client client) {
        assertThat(stores.clients().add(Changed.to(client))).isEqualTo(Saved.SAVED);
        return client;
    }

    /** The head of this client and a subject of its own. */
    GrantHead grant(Client client) {
        return stored(Grants.aGrant().of(client));
    }

    GrantHead stored(Grants grant) {
        return stored(grant.build());
    }

    GrantHead stored(GrantHead head) {
        assertThat(stores.grants().add(Changed.to(head))).isEqualTo(Saved.SAVED);
        return head;
    }

    TokenRecord token(Client client, GrantHead head) {
        return stored(Tokens.aToken().of(client, head));
    }

    TokenRecord tokenWithoutSubject(Client client) {
        return stored(Tokens.aToken().of(client).withoutSubject());
    }

    TokenRecord stored(Tokens token) {
        return stored(token.build());
    }

    TokenRecord stored(TokenRecord token) {
        assertThat(stores.tokens().add(Changed.to(token), basisOf(token))).isEqualTo(Saved.SAVED);
        return token;
    }

    AuthorizationCode stored(Codes code) {
        AuthorizationCode built = code.build();
        assertThat(stores.steps().add(StepKinds.CODE.toStep(built))).isEqualTo(Saved.SAVED);
        return built;
    }

    Ticket stored(Tickets ticket) {
        Ticket built = ticket.build();
        assertThat(stores.steps().add(StepKinds.TICKET.toStep(built))).isEqualTo(Saved.SAVED);
        return built;
    }

    /** The settings that the token's service and client have now. */
    SettingsVersions basisOf(TokenRecord token) {
        Service service = stores.services().find(token.service()).orElseThrow();
        return SettingsVersions.of(
                service, stores.clients().find(token.service(), token.client()).orElseThrow());
    }
}
