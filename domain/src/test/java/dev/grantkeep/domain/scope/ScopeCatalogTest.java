package dev.grantkeep.domain.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScopeCatalogTest {
    private final Scope read = Scope.named("read");
    private final Scope write = Scope.named("write").asDefault();
    private final ScopeCatalog catalog = new ScopeCatalog(List.of(write, read));

    @Test
    void keepsTheOrderItWasGiven() {
        assertThat(catalog.scopes()).containsExactly(write, read);
        assertThat(catalog.names()).hasToString("write read");
    }

    @Test
    void knowsTheDefaults() {
        assertThat(catalog.defaults()).isEqualTo(ScopeSet.of("write"));
    }

    @Test
    void dropsWhatItDoesNotSupport() {
        assertThat(catalog.supported(ScopeSet.of("unknown", "read", "READ"))).isEqualTo(ScopeSet.of("read"));
        assertThat(catalog.details(ScopeSet.of("read", "unknown"))).containsExactly(read);
        assertThat(catalog.supports(new ScopeName("unknown"))).isFalse();
    }

    @Test
    void aNameStandsOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScopeCatalog(List.of(read, read)))
                .withMessageContaining("read");
    }

    @Test
    void isEqualWithTheSameScopesInTheSameOrder() {
        assertThat(catalog).isEqualTo(new ScopeCatalog(List.of(write, read)));
        assertThat(catalog).isNotEqualTo(new ScopeCatalog(List.of(read, write)));
        assertThat(catalog).isNotEqualTo(new ScopeCatalog(List.of(write.with(write.attributes()), read.asDefault())));
    }
}
