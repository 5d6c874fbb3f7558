package dev.grantkeep.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SurroundingsTest {
    @Test
    void theResultsDoNotShowThePasswordOfADatabase() {
        assertThat(Surroundings.withoutSecrets("--quick --database jdbc:postgresql://h/d?user=u&password=p --rounds 3"))
                .isEqualTo("--quick --database jdbc:postgresql://h/d?... --rounds 3");
    }
}
