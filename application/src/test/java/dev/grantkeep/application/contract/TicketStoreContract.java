package dev.grantkeep.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Fresh;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link TicketStore} must do. */
public abstract class TicketStoreContract extends StoreContract {
    private TicketStore store() {
        return stores().tickets();
    }

    private Ticket aStoredTicket() {
        return given().stored(Tickets.aTicket().of(given().client()));
    }

    @Nested
    class Find {
        @Test
        void findsNothingWhereNothingIs() {
            assertThat(store().find(given().service().id(), Fresh.hash())).isEmpty();
        }

        @Test
        void everyTicketSurvivesARoundTrip() {
            Client client = given().client();
            RoundTrips.of(random -> random.ticket(client.service(), client.id()), ticket -> {
                assertThat(store().add(ticket)).isEqualTo(Saved.SAVED);
                assertThat(store().find(ticket.service(), ticket.hash())).contains(ticket);
                assertThat(store().find(ticket.service(), ticket.hash()).orElseThrow())
                        .hasToString(ticket.toString());
            });
        }

        @Test
        void longTextsSurvive() {
            Ticket ticket = given().stored(Tickets.aTicket()
                    .of(given().client())
                    .withState("s".repeat(20_000))
                    .withContext("é".repeat(20_000)));
            assertThat(store().find(ticket.service(), ticket.hash())).contains(ticket);
        }

        @Test
        void expiredTicketsAreFound() {
            Ticket ticket =
                    given().stored(Tickets.aTicket().of(given().client()).withExpiresAt(Times.inSeconds(-1)));
            assertThat(store().find(ticket.service(), ticket.hash())).contains(ticket);
        }

        @Test
        void tenantsMayHoldTheSameHash() {
            Ticket ticket = aStoredTicket();
            Client elsewhere = given().client();
            assertThat(store().find(elsewhere.service(), ticket.hash())).isEmpty();
            Ticket second = given().stored(Tickets.aTicket().of(elsewhere).withHash(ticket.hash()));
            assertThat(store().find(ticket.service(), ticket.hash())).contains(ticket);
            assertThat(store().find(elsewhere.service(), ticket.hash())).contains(second);
        }
    }

    @Nested
    class Add {
        @Test
        void refusesAHashThatIsInUse() {
            Ticket ticket = aStoredTicket();
            assertThat(store().add(Tickets.aTicket()
                            .of(ticket.service())
                            .withHash(ticket.hash())
                            .build()))
                    .isEqualTo(Saved.TAKEN);
            assertThat(store().find(ticket.service(), ticket.hash())).contains(ticket);
        }
    }

    @Nested
    class Take {
        @Test
        void usesTheTicketUp() {
            Ticket ticket = aStoredTicket();
            assertThat(store().take(ticket.service(), ticket.hash())).isTrue();
            assertThat(store().take(ticket.service(), ticket.hash())).isFalse();
            assertThat(store().find(ticket.service(), ticket.hash())).isEmpty();
        }

        @Test
        void doesNothingToWhatIsNotThereOrIsOfAnotherService() {
            Ticket ticket = aStoredTicket();
            assertThat(store().take(ticket.service(), Fresh.hash())).isFalse();
            assertThat(store().take(given().service().id(), ticket.hash())).isFalse();
            assertThat(store().find(ticket.service(), ticket.hash())).contains(ticket);
        }

        @Test
        void ofSeveralThreadsOneTakes() {
            for (int round = 0; round < 10; round++) {
                Ticket ticket = aStoredTicket();
                assertThat(Together.run(4, () -> store().take(ticket.service(), ticket.hash())))
                        .containsOnlyOnce(true);
            }
        }
    }
}
