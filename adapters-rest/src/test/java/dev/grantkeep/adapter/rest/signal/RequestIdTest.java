package dev.grantkeep.adapter.rest.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0af7651916cd43dd8448eb211c80319c", "Root=1-67a:x/y+z_."})
    void aHarmlessOneIsKept(String id) {
        assertThat(RequestId.of(List.of(id))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\"b", "ä", "a,b", "{}", "%0a"})
    void oneThatCouldDoHarmIsReplaced(String id) {
        assertThat(RequestId.of(List.of(id))).matches("[0-9a-f]{32}");
    }

    @Test
    void noneTwoAndOneThatIsTooLongAreReplaced() {
        assertThat(RequestId.of(List.of())).hasSize(32);
        assertThat(RequestId.of(List.of("a", "a"))).hasSize(32);
        assertThat(RequestId.of(List.of("x".repeat(65)))).hasSize(32);
        assertThat(RequestId.of(List.of("x".repeat(64)))).hasSize(64);
    }
}
