package dev.grantkeep.benchmark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqlScriptTest {
    private final SqlScript script = SqlScript.named("client");

    @Test
    void parametersAreReplacedAndCastsAreNot() {
        assertThat(script.with(Map.of("client", 7L, "clients", 3)))
                .contains("generate_series(1, 3 - 1)")
                .contains("id = 7");
        assertThat(SqlScript.named("functions").with(Map.of())).contains("i::text");
    }

    @Test
    void aValueThatCouldBeSqlIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> script.with(Map.of("client", "1; drop table client", "clients", 3)));
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> script.with(Map.of("client", 7L)));
    }
}
