package dev.grantkeep.adapter.rest.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
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
