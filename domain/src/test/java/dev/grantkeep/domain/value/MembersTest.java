package dev.grantkeep.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.domain.protocol.ResponseType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MembersTest {
    private final Members members = Members.of(Map.of(
            "flag",
            true,
            "text",
            "t",
            "number",
            7,
            "list",
            List.of("a", 1, "b"),
            "object",
            Map.of("inner", "i"),
            "objects",
            List.of(Map.of("inner", 1L), "no object"),
            "type",
            "CODE",
            "types",
            List.of("CODE", "LATER", "TOKEN")));

    @Test
    void everyKindOfMemberIsRead() {
        assertThat(members.get("number")).isEqualTo(7L);
        assertThat(members.flag("flag")).isTrue();
        assertThat(members.text("text")).isEqualTo("t");
        assertThat(members.whole("number")).isEqualTo(7);
        assertThat(members.texts("list")).containsExactly("a", "b");
        assertThat(members.object("object").text("inner")).isEqualTo("i");
        assertThat(members.objects("objects")).containsExactly(Members.of(Map.of("inner", 1L)));
        assertThat(members.name("type", ResponseType.class)).isEqualTo(ResponseType.CODE);
    }

    @Test
    void whatIsAbsentOrOfAnotherKindIsNothing() {
        for (String name : List.of("absent", "object")) {
            assertThat(members.flag(name)).isFalse();
            assertThat(members.text(name)).isNull();
            assertThat(members.whole(name)).isZero();
            assertThat(members.texts(name)).isEmpty();
            assertThat(members.objects(name)).isEmpty();
            assertThat(members.name(name, ResponseType.class)).isNull();
            assertThat(members.names(name, ResponseType.class)).isEmpty();
            assertThat(members.value(name, Secret::new)).isNull();
        }
        assertThat(members.object("text")).isEqualTo(Members.NONE);
    }

    /** What a later release supports is not supported; how a client authenticates must be known. */
    @Test
    void namesOfALaterReleaseAreLeftOutOfListsAndRefusedElsewhere() {
        assertThat(members.names("types", ResponseType.class)).containsExactly(ResponseType.CODE, ResponseType.TOKEN);
        assertThatIllegalArgumentException().isThrownBy(() -> members.name("text", ResponseType.class));
    }

    @Test
    void aValueThatItsReaderRefusesIsRefusedByTheMembersName() {
        assertThatExceptionOfType(InvalidMember.class)
                .isThrownBy(() -> members.with("text", "").value("text", Secret::new))
                .withMessageStartingWith("The value of 'text' is not valid: a secret has");
        assertThatExceptionOfType(InvalidMember.class)
                .isThrownBy(() -> members.with("list", List.of("")).values("list", Secret::new))
                .withMessageStartingWith("The value of 'list' is not valid: a secret has");
    }

    @Test
    void oneNumberHasOneForm() {
        assertThat(number(7)).isEqualTo(7L);
        assertThat(number(BigInteger.valueOf(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(number(new BigDecimal("9223372036854775808"))).isEqualTo(new BigDecimal("9223372036854775808"));
        assertThat(number(new BigDecimal("2.50"))).isEqualTo(new BigDecimal("2.50"));
        assertThat(number(2.5)).isEqualTo(new BigDecimal("2.5"));
    }

    private static Object number(Number value) {
        return Members.of(Map.of("n", value)).tree().get("n");
    }

    @Test
    void nullsAreLeftOutAtAnyDepth() {
        Map<String, Object> inner = new HashMap<>();
        inner.put("a", null);
        inner.put("b", Arrays.asList(null, 1L));

        assertThat(Members.of(Map.of("inner", inner))).isEqualTo(Members.of(Map.of("inner", Map.of("b", List.of(1L)))));
    }

    @Test
    void nobodyCanChangeThem() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Members copy = Members.of(Map.of("list", list));
        list.add("b");

        assertThat(copy.texts("list")).containsExactly("a");
        assertThat(copy.with("more", true)).isNotEqualTo(copy).isEqualTo(copy.with("more", true));
        assertThat(copy.with("more", true).without("more")).isEqualTo(copy).hasSameHashCodeAs(copy);
    }

    @Test
    void theirTextShowsNoValue() {
        assertThat(Members.of(Map.of("jwks", "private")).toString())
                .contains("jwks")
                .doesNotContain("private");
    }
}
