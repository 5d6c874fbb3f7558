package dev.grantkeep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AttributesTest {
    private final Attributes attributes =
            new Attributes(List.of(new Attribute("k", "1"), new Attribute("other", "x"), new Attribute("k", "2")));

    @Test
    void aKeyMayHaveSeveralValuesInOrder() {
        assertThat(attributes.values("k")).containsExactly("1", "2");
        assertThat(attributes.first("k")).contains("1");
    }

    @Test
    void aKeyThatIsReadByOneValueStandsOnce() {
        Attributes twice = new Attributes(
                List.of(new Attribute("own.a", "1"), new Attribute("k", "1"), new Attribute("own.a", "1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twice.requireOnce("own."))
                .withMessageContaining("own.a");
        twice.requireOnce("k.");
        new Attributes(List.of(new Attribute("own.a", "1"), new Attribute("own.b", "1"))).requireOnce("own.");
    }

    @Test
    void anAbsentKeyHasNone() {
        assertThat(attributes.values("K")).isEmpty();
        assertThat(attributes.first("K")).isEmpty();
    }

    @Test
    void theListIsCopied() {
        List<Attribute> list = new ArrayList<>(List.of(new Attribute("k", "1")));
        Attributes copied = new Attributes(list);
        list.clear();
        assertThat(copied.first("k")).contains("1");
    }
}
