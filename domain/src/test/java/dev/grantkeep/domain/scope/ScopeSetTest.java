package dev.grantkeep.domain.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ScopeSetTest {
    @Test
    void remembersTheOrderButIsEqualWithoutIt() {
        assertThat(ScopeSet.of("write", "read")).hasToString("write read").isEqualTo(ScopeSet.of("read", "write"));
        assertThat(ScopeSet.of("write", "read")).hasSameHashCodeAs(ScopeSet.of("read", "write"));
    }

    @Test
    void aNameStandsOnce() {
        assertThat(ScopeSet.of("read", "write", "read").toStrings()).containsExactly("read", "write");
    }

    @Test
    void isReadFromSpaceDelimitedText() {
        assertThat(ScopeSet.parse(" read  write ")).isEqualTo(ScopeSet.of("read", "write"));
        assertThat(ScopeSet.parse("")).isEqualTo(ScopeSet.EMPTY);
        assertThat(ScopeSet.parse("  ")).isEqualTo(ScopeSet.EMPTY);
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeSet.parse("read\twrite"));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeSet.parse("read \"x\""));
    }

    @Test
    void theNamesAreCopied() {
        List<ScopeName> names = new ArrayList<>(List.of(new ScopeName("read")));
        ScopeSet set = ScopeSet.of(names);
        names.add(new ScopeName("write"));
        assertThat(set).isEqualTo(ScopeSet.of("read"));
    }

    @Provide
    Arbitrary<ScopeSet> sets() {
        return Arbitraries.of("a", "b", "c", "d", "e", "f")
                .list()
                .ofMaxSize(6)
                .map(list -> ScopeSet.of(list.toArray(String[]::new)));
    }

    @Property
    void unionHasEveryNameOfBothInOrder(@ForAll("sets") ScopeSet one, @ForAll("sets") ScopeSet other) {
        Set<String> model = new LinkedHashSet<>(one.toStrings());
        model.addAll(other.toStrings());
        assertThat(one.union(other).toStrings()).containsExactlyElementsOf(model);
        assertThat(one.union(other)).isEqualTo(other.union(one));
        assertThat(one.union(other).containsAll(one)).isTrue();
        assertThat(one.union(one)).isEqualTo(one);
    }

    @Property
    void restrictionHasTheNamesOfBothInOrder(@ForAll("sets") ScopeSet one, @ForAll("sets") ScopeSet other) {
        List<String> model = new ArrayList<>(one.toStrings());
        model.retainAll(other.toStrings());
        assertThat(one.restrictedTo(other).toStrings()).containsExactlyElementsOf(model);
        assertThat(one.restrictedTo(other)).isEqualTo(other.restrictedTo(one));
        assertThat(one.restrictedTo(ScopeSet.EMPTY)).isEqualTo(ScopeSet.EMPTY);
    }

    @Property
    void differenceAndRestrictionMakeTheWhole(@ForAll("sets") ScopeSet one, @ForAll("sets") ScopeSet other) {
        assertThat(one.minus(other).union(one.restrictedTo(other))).isEqualTo(one);
        assertThat(one.minus(other).restrictedTo(other).isEmpty()).isTrue();
        assertThat(one.minus(other).isEmpty()).isEqualTo(other.containsAll(one));
    }

    @Property
    void textIsReadBackAsItWas(@ForAll("sets") ScopeSet set) {
        assertThat(ScopeSet.parse(set.toString()).toStrings()).isEqualTo(set.toStrings());
        assertThat(ScopeSet.of(set.toStrings().toArray(String[]::new))).isEqualTo(set);
    }

    @Property
    void withoutTakesOneNameOut(@ForAll("sets") ScopeSet set) {
        ScopeName a = new ScopeName("a");
        assertThat(set.without(a).contains(a)).isFalse();
        assertThat(set.without(a).size()).isEqualTo(set.size() - (set.contains(a) ? 1 : 0));
    }
}
