package dev.grantkeep.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
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
                "{\"a\":\"\\x\"}"
            })
    void whatIsNoObjectIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonText.read(text));
    }
}
