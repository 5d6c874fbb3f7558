package dev.grantkeep.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.domain.scope.ScopeSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParametersTest {
    private final Parameters parameters = new Parameters(Map.of(
            "scope", List.of("", "read"),
            "state", List.of(""),
            "b", List.of("", ""),
            "a", List.of("1", "2"),
            "resource", List.of("https://a.example/", "https://b.example/", "https://a.example/")));

    @Test
    void anEmptyValueCountsAsAbsent() {
        assertThat(parameters.value("scope")).contains("read");
        assertThat(parameters.value("state")).isEmpty();
        assertThat(parameters.value("nonce")).isEmpty();
        assertThat(parameters.values("scope")).containsExactly("read");
    }

    @Test
    void aParameterThatStandsTwiceIsRepeatedIfOnlyWithoutAValue() {
        assertThat(parameters.isRepeated("b")).isTrue();
        assertThat(parameters.isRepeated("state")).isFalse();
        assertThat(parameters.isRepeated("nonce")).isFalse();
    }

    @Test
    void theFirstThatIsRepeatedIsToldAndResourcesMayBe() {
        assertThat(parameters.repeated()).contains("a");
        assertThat(new Parameters(Map.of("resource", List.of("1", "2"), "state", List.of("1"))).repeated())
                .isEmpty();
    }

    @Test
    void theirTextShowsNoValues() {
        assertThat(new Parameters(Map.of("code", List.of("secret"))).toString()).isEqualTo("Parameters[code]");
    }

    @Test
    void resourcesAreEachNamedOnce() {
        assertThat(Resources.of(parameters)).containsExactly("https://a.example/", "https://b.example/");
        assertThat(Resources.isValid("#https://a.example/")).isFalse();
        assertThat(Resources.hasFragment("#a")).isTrue();
        assertThat(Resources.isAbsolute("no uri")).isFalse();
    }

    @Test
    void scopesAreWishedIfThereAreSomeOrAllWereDenied() {
        assertThat(new RequestedScopes(ScopeSet.of("read"), false).areWished()).isTrue();
        assertThat(new RequestedScopes(ScopeSet.EMPTY, true).areWished()).isTrue();
        assertThat(new RequestedScopes(ScopeSet.EMPTY, false).areWished()).isFalse();
    }
}
