package dev.grantkeep.bootstrap.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightTest {
    private static final int LITTLE = 8_000;

    @Test
    void aClientIsLight() {
        assertThat(Weight.of(Clients.aClient().build())).isBetween(500, LITTLE);
    }

    /** Members that are many are as heavy as those that are long. */
    @Test
    void everythingThatAClientHoldsIsWeighed() {
        Attributes many = new Attributes(Collections.nCopies(15_500, new Attribute("key", "value")));
        Client client = Clients.aClient().withAttributes(many).build();
        Client named = Clients.aClient().withName("x".repeat(500_000)).build();
        Client unmodelled = Clients.aClient()
                .withOpaque("{\"a\":\"" + "x".repeat(500_000) + "\"}")
                .build();

        assertThat(Weight.of(client)).isGreaterThan(15_500 * 100);
        assertThat(Weight.of(named)).isGreaterThan(500_000);
        assertThat(Weight.of(unmodelled)).isGreaterThan(500_000);
    }

    @Test
    void whatIsNestedIsWeighed() {
        String text = "x".repeat(1_000);

        assertThat(Weight.of(List.of(Map.of("key", List.of(text))))).isGreaterThan(1_000);
        assertThat(Weight.of(Optional.of(text))).isGreaterThan(1_000);
    }
}
