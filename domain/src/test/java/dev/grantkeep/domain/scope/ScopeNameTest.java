package dev.grantkeep.domain.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

final class ScopeNameTest {
    /** RFC 6749 section 3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E ). */
    @Property
    void isOneCharacterOfTheGrammar(@ForAll @CharRange(from = '\u0000', to = '\u0100') char c) {
        boolean allowed = c == 0x21 || (c >= 0x23 && c <= 0x5B) || (c >= 0x5D && c <= 0x7E);
        assertThat(ScopeName.isValid(String.valueOf(c))).isEqualTo(allowed);
    }

    @Test
    void has1To256Characters() {
        assertThat(ScopeName.isValid("")).isFalse();
        assertThat(ScopeName.isValid("x".repeat(256))).isTrue();
        assertThat(ScopeName.isValid("x".repeat(257))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ScopeName("two words"));
    }

    @Test
    void namesHaveTheOrderOfTheirTexts() {
        assertThat(new ScopeName("read")).isLessThan(new ScopeName("write")).isGreaterThan(new ScopeName("admin"));
    }
}
