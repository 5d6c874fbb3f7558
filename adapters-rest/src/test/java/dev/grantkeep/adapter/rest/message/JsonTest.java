package dev.grantkeep.adapter.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,-2,true,null,\"x\\\"y\"],\"b\":{}}",
                "9223372036854775808",
                "1.50",
                "\"é😀\"",
                "[[],[[]]]"
            })
    void whatIsReadIsWrittenUnchanged(String text) {
        assertThat(Json.writeText(Json.read(text))).isEqualTo(text);
    }

    /** What typed readers of an answer could not take must not get in: from a body of any depth. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e99999999999999999999",
                "-1e99999999999999999999",
                "1e-99999999999999999999",
                "0e99999999999999999999",
                "1e999999999",
                "1e309",
                "123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void numbersOutOfRangeAreUnreadable(String number) {
        for (String text : List.of(number, "{\"a\":" + number + "}", "[".repeat(60) + number + "]".repeat(60))) {
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> Json.readSent(text.getBytes(StandardCharsets.UTF_8)))
                    .withMessage("A number is too large or too long.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "0", "-9223372036854775808", "18446744073709551616", "1E+300", "1E-300", "0.10"})
    void otherNumbersAreRead(String number) {
        assertThat(Json.writeText(Json.readSent(number.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(number.equals("-0") ? "0" : number);
    }

    @Test
    void membersLeaveNullsOut() {
        JsonNode built = new Members()
                .text("a", null)
                .texts("b", null)
                .instant("c", null)
                .node("d", JsonNode.nullNode())
                .name("e", null)
                .texts("f", List.of())
                .build();

        assertThat(Json.writeText(built)).isEqualTo("{\"f\":[]}");
    }

    @Test
    void typeIsFor2xOnly() {
        assertThat(Json.writeText(Members.of(Dialect.V2, "service").build())).isEqualTo("{\"type\":\"service\"}");
        assertThat(Json.writeText(Members.of(Dialect.V3, "service").build())).isEqualTo("{}");
    }
}
