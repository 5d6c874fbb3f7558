package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Fresh;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.Page;
import dev.grantkeep.application.port.out.Window;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every list of {@link AuthorizedClients} must do. */
public abstract class AuthorizedClientsContract extends StoreContract {
    private static final Window ALL = new Window(0, 100);

    private final Subject subject = Fresh.subject();

    private AuthorizedClients store() {
        return stores().authorizedClients();
    }

    private Page<Client> listed(Service service) {
        return store().list(service.id(), subject, null, ALL);
    }

    private Client authorized(Clients clients) {
        Client client = given().stored(clients);
        given().token(client, given().stored(Grants.aGrant().of(client, subject)));
        return client;
    }

    @Nested
    class ListOfASubject {
        @Test
        void isEmptyWhereNothingIs() {
            assertThat(listed(given().service())).isEqualTo(new Page<Client>(List.of(), 0));
        }

        @Test
        void isInOrderOfCreationAndPaged() {
            Service service = given().service();
            List<Client> clients = new ArrayList<>();
            for (int i : new int[] {3, 0, 4, 1, 2}) {
                clients.add(authorized(Clients.aClient().of(service).withCreatedAt(Times.inSeconds(i))));
            }
            given().client(service);
            clients.sort(Comparator.comparing(Client::createdAt));
            assertThat(listed(service)).isEqualTo(new Page<>(clients, 5));
            assertThat(store().list(service.id(), subject, null, new Window(1, 4)))
                    .isEqualTo(new Page<>(clients.subList(1, 4), 5));
            assertThat(store().list(service.id(), subject, null, new Window(4, 9)))
                    .isEqualTo(new Page<>(clients.subList(4, 5), 5));
            assertThat(store().list(service.id(), subject, null, new Window(7, 9)))
                    .isEqualTo(new Page<Client>(List.of(), 5));
            assertThat(store().list(service.id(), subject, null, new Window(0, 0)))
                    .isEqualTo(new Page<Client>(List.of(), 5));
        }

        @Test
        void namesAClientOnceHoweverManyTokensItHas() {
            Service service = given().service();
            Client client = given().client(service);
            GrantHead head = given().stored(Grants.aGrant().of(client, subject));
            given().token(client, head);
            given().token(client, head);
            given().stored(Tokens.aToken().of(client, head).withAccessExpiresAt(Times.inSeconds(-1)));
            assertThat(listed(service)).isEqualTo(new Page<>(List.of(client), 1));
        }

        @Test
        void keepsClientsWhoseTokensAreAllExpiredAndClientsThatAreLocked() {
            Service service = given().service();
            Client client = given().stored(Clients.aClient().of(service).thatIsLocked());
            given().stored(Tokens.aToken()
                    .of(client, given().stored(Grants.aGrant().of(client, subject)))
                    .withAccessExpiresAt(Times.inSeconds(-1))
                    .withoutRefresh());
            assertThat(listed(service)).isEqualTo(new Page<>(List.of(client), 1));
        }

        @Test
        void leavesOutOtherSubjectsAndOtherServices() {
            Service service = given().service();
            Client client = given().client(service);
            given().token(client, given().grant(client));
            authorized(Clients.aClient().of(given().service()));
            assertThat(listed(service).total()).isZero();
        }

        @Test
        void leavesOutClientsWithoutATokenOfTheCurrentGeneration() {
            Service service = given().service();
            Client neverIssued = given().client(service);
            given().stored(Grants.aGrant().of(neverIssued, subject).withGranted("read"));
            Client revoked = given().client(service);
            GrantHead head = given().stored(Grants.aGrant().of(revoked, subject));
            given().token(revoked, head);
            stores().grants().replace(head.revoke(Fresh.generation(), Times.NOW));
            Client cutOff = authorized(Clients.aClient().of(service));
            stores().clients().replace(cutOff.cutOff(Fresh.generation(), Times.NOW));
            Client removed = authorized(Clients.aClient().of(service));
            stores().clients().remove(service.id(), removed.id());
            assertThat(listed(service)).isEqualTo(new Page<Client>(List.of(), 0));
        }

        @Test
        void doesNotFlickerWhenATokenIsRefreshed() {
            Service service = given().service();
            Client client = given().client(service);
            TokenRecord token =
                    given().token(client, given().stored(Grants.aGrant().of(client, subject)));
            stores().tokens()
                    .replace(Tokens.after(token).withAccess(Fresh.hash()).build());
            assertThat(listed(service).items()).containsExactly(client);
            stores().tokens().remove(service.id(), token.id());
            assertThat(listed(service).items()).isEmpty();
        }

        @Test
        void showsOneDevelopersClients() {
            Service service = given().service();
            Client client = authorized(Clients.aClient().of(service).withDeveloper("dev"));
            authorized(Clients.aClient().of(service).withDeveloper("another"));
            authorized(Clients.aClient().of(service));
            assertThat(store().list(service.id(), subject, "dev", ALL)).isEqualTo(new Page<>(List.of(client), 1));
            assertThat(listed(service).total()).isEqualTo(3);
        }

        @Test
        void showsTheClientsAsTheyAreNow() {
            Service service = given().service();
            Client client = authorized(Clients.aClient().of(service).withAlias("alias"));
            Client now = client.update(Clients.aClient().withName("Renamed").settings(), Times.NOW);
            stores().clients().replace(now);
            assertThat(listed(service)).isEqualTo(new Page<>(List.of(now), 1));
        }
    }
}
