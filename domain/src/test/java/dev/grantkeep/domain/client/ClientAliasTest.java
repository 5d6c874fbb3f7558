package dev.grantkeep.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientAliasTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://a", "HTTP://a", "https://client.example/metadata", "Https://"})
    void mayLookLikeAWebAddress(String alias) {
        assertThat(ClientAlias.isWebAddress(alias)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http:/a", "https:a", "urn:http://a", "my-client"})
    void mostlyDoesNot(String alias) {
        assertThat(ClientAlias.isWebAddress(alias)).isFalse();
    }

    @Test
    void hasOneTo200Characters() {
        assertThat(new ClientAlias("a".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAlias("a".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientAlias(""));
    }
}
