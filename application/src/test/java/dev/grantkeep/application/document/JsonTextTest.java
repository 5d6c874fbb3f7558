package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.grantkeep.application.fixture.RandomDomain;
import dev.grantkeep.domain.value.Members;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {
    @Test
    void everyKindOfValueIsRead() {
        assertThat(
                        JsonText.read(
                                " {\"a\":\"x\\n\\u00e4\\\"\\\\\\/\",\"b\":[1,-2.5e3,true,false,null,{}],\"c\":{\"d\":null},\"e\":[]} "))
                .isEqualTo(Map.of(
                        "a",
                        "x\nä\"\\/",
                        "b",
                        List.of(1L, new BigDecimal("-2.5e3"), true, false, Map.of()),
                        "c",
                        Map.of(),
                        "e",
                        List.of()));
    }

    @Test
    void longNamesAndNumbersAreRead() {
        String name = "n".repeat(60_000);

        assertThat(JsonText.read("{\"" + name + "\":12345678901234567890}"))
                .isEqualTo(Map.of(name, new BigDecimal("12345678901234567890")));
    }

    @Test
    void whatIsWrittenIsCompact() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("a.$", "\"\\/\b\f\n\r\t\u001f\u007f😀");
        members.put("b", List.of(1L, new BigDecimal("2.50"), true, List.of(), Map.of()));

        assertThat(JsonText.write(members))
                .isEqualTo("{\"a.$\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u001F\u007f😀\",\"b\":[1,2.50,true,[],{}]}");
        assertThat(JsonText.write(Map.of())).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsReadAgain(long seed) {
        Members members = new RandomDomain(seed).fullServiceSettings().members();

        assertThat(Members.of(JsonText.read(JsonText.write(members.tree())))).isEqualTo(members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1 \"b\":2}",
                "{} x",
                "{\"a\":nul}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":\"\\u",
                "{\"a\":\"\\u00",
                "{\"a\":-",
                "{\"a\":1e99999999999}"
            })
    void whatIsNoObjectIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.read(text));
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("texts", List.of("", "\"\\/", "\u0000\b\f\n\r\t\u001f", "é日本😀", "[{,"));
        tree.put("numbers", List.of(0L, -1L, Long.MAX_VALUE, new BigDecimal("2.50")));
        tree.put("nested", List.of(List.of(), List.of(List.of("a"), Map.of()), Map.of("", Map.of("b", true))));
        tree.put("\"quoted\"", false);

        assertThat(JsonText.write(JsonText.read(JsonText.write(tree)))).isEqualTo(JsonText.write(tree));
        assertThat(JsonText.read(JsonText.write(tree)).get("texts")).isEqualTo(tree.get("texts"));
        assertThat(JsonText.read(JsonText.write(tree)).get("nested")).isEqualTo(tree.get("nested"));
        assertThat(JsonText.readArray(JsonText.write(List.of(tree)))).hasSize(1);
    }

    @Test
    void whatIsWrittenHasNoSpaceAndTheOrderOfTheTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1L, "x\n"));
        tree.put("a", Map.of("c", true));

        assertThat(JsonText.write(tree)).isEqualTo("{\"b\":[1,\"x\\n\"],\"a\":{\"c\":true}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "[1", "[1 2]", "[] x"})
    void whatIsNoArrayIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.readArray(text));
    }

    @Test
    void whatWasSentIsReadWithItsNulls() {
        String deepest = "[".repeat(64) + "]".repeat(64);

        assertThat(JsonText.write(JsonText.readSentArray(" [ null , {\"a\":null,\"b\":[null,1]} ] ")))
                .isEqualTo("[null,{\"a\":null,\"b\":[null,1]}]");
        assertThat(JsonText.write(JsonText.readSentArray(deepest))).isEqualTo(deepest);
        assertThat(JsonText.write(JsonText.readSentArray("[0,-0.5,1E+2,12345678901234567890,\"\\ud83d\\ude00\"]")))
                .isEqualTo("[0,-0.5,1E+2,12345678901234567890,\"😀\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[,1]",
                "[1,]",
                "[1 2]",
                "[] x",
                "[{\"a\":1,\"a\":2}]",
                "[{\"a\":null,\"a\":2}]",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[-]",
                "[1e999]",
                "[1e99999999999]",
                "[\"a\tb\"]",
                "[\"\\u+123\"]",
                "[\"\\u0000\"]",
                "[\"\\ud83d\"]",
                "[{\"\\udc00\":1}]"
            })
    void whatWasSentAndIsNotAsTheSpecificationSaysIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.readSentArray(text));
    }

    @Test
    void whatWasSentIsNeitherTooDeepNorHasNumbersOfAnyLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.readSentArray("[".repeat(65) + "]".repeat(65)));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.readSentArray("[" + "1".repeat(65) + "]"));
    }

    @Test
    void theMembersOfAnObjectThatWasSentStandAsTheyStood() {
        assertThat(
                        JsonText.readSentMembers(
                                " { \"a\" : [ 1 , null ] , \"b\\u0063\":\"\\u0064\",\"n\":null,\"d\":-1.50e1 , \"o\":{\"x\": {} } } "))
                .isEqualTo(Map.of(
                        "a", "[ 1 , null ]", "bc", "\"\\u0064\"", "n", "null", "d", "-1.50e1", "o", "{\"x\": {} }"));
        assertThat(JsonText.readSentMembers("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{,}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{\"a\":1 \"b\":2}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":1e999}"
            })
    void whatWasSentAndIsNoObjectAsTheSpecificationSaysIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.readSentMembers(text));
    }
}
