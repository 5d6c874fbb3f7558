package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientIdentifierTest {
    @Test
    void aNumberIsAnIdAndMayBeAnAlias() {
        ClientIdentifier identifier = new ClientIdentifier("17566160603766");
        assertThat(identifier.asId()).contains(new ClientId(17_566_160_603_766L));
        assertThat(identifier.asAlias()).contains(new ClientAlias("17566160603766"));
        assertThat(ClientIdentifier.of(new ClientId(5))).isEqualTo(new ClientIdentifier("5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "+1",
                "1.0",
                " 1",
                "abc",
                "01",
                "017566160603766",
                "9223372036854775808",
                "99999999999999999999",
                "٣"
            })
    void anythingElseIsNoId(String text) {
        assertThat(new ClientIdentifier(text).asId()).isEmpty();
    }

    @Test
    void theLargestLongIsAnId() {
        assertThat(new ClientIdentifier("9223372036854775807").asId()).contains(new ClientId(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "\ud83d"})
    void whatCannotBeStoredIsNoAlias(String text) {
        assertThat(new ClientIdentifier(text).asAlias()).isEmpty();
    }

    @Test
    void anAliasHasAtMost200Characters() {
        assertThat(new ClientIdentifier("é".repeat(200)).asAlias()).isPresent();
        assertThat(new ClientIdentifier("é".repeat(201)).asAlias()).isEmpty();
    }
}
