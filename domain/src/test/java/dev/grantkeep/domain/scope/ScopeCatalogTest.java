package dev.grantkeep.domain.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.value.Attribute;
import dev.grantkeep.domain.value.Attributes;
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

    @Test
    void saysWhichProtectionAScopeDemands() {
        ScopeCatalog demanding =
                new ScopeCatalog(List.of(read, demanding("pay", "fapi2", "sp"), demanding("old", "fapi", "r")));
        assertThat(demanding.demand(ScopeSet.of("read", "pay"))).contains(Demand.FAPI2_SCOPE);
        assertThat(demanding.demand(ScopeSet.of("old"))).contains(Demand.FAPI_SCOPE);
        assertThat(demanding.demand(ScopeSet.of("read"))).isEmpty();
        assertThat(catalog.demand(ScopeSet.of("read", "write"))).isEmpty();
        assertThat(demanding.withoutDemands(ScopeSet.of("read", "pay", "old"))).isEqualTo(ScopeSet.of("read"));
        assertThat(catalog.withoutDemands(ScopeSet.of("read", "write"))).isEqualTo(ScopeSet.of("read", "write"));
    }

    @Test
    void anAttributeThatIsOffDemandsNothing() {
        for (String off : List.of("false", "", " ")) {
            assertThat(demanding("pay", "fapi", off).demand()).isEmpty();
        }
        assertThat(demanding("pay", "another", "true").demand()).isEmpty();
        assertThat(demanding("pay", "haip", "true").demand()).contains(Demand.HAIP_SCOPE);
    }

    private static Scope demanding(String name, String attribute, String value) {
        return Scope.named(name).with(new Attributes(List.of(new Attribute(attribute, value))));
    }

    @Test
    void itsTextIsOfTheNames() {
        assertThat(catalog).hasToString("ScopeCatalog[write, read]");
    }
}
