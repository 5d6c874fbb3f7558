package dev.grantkeep.application.described;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescribedAnswersTest {
    private static final String DESCRIPTION = """
            {"paths": {"/api/thing/{id}": {"get": {"responses": {
                "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                        "x-result-codes": {"A000001": "done"}},
                "204": {"description": "nothing"}}}}},
             "components": {"schemas": {
                "Thing": {"type": "object", "required": ["resultCode"],
                          "properties": {"resultCode": {"type": "string"}, "count": {"type": "integer"}}},
                "Error": {"type": "object", "required": ["resultCode"], "properties": {"resultCode": {"type": "string"}}}}}}
            """;
    private static final DescribedAnswers ANSWERS = new DescribedAnswers(DESCRIPTION, DESCRIPTION);
    private static final String GOOD = "{\"resultCode\":\"A000001\",\"count\":1}";

    @Test
    void whatIsAsDescribedIsNoContradiction() {
        look("/api/thing/1/2", 200, GOOD);
        look("/api/thing/1", 204, null);
        look("/api/other", 404, "{\"resultCode\":\"A000404\"}");
        look("/pages", 200, "anything");

        assertThat(Contradictions.taken()).isEmpty();
    }

    @Test
    void eachContradictionIsTold() {
        assertContradicts(200, "{\"resultCode\":\"A000001\",\"count\":\"one\"}", "/count");
        assertContradicts(200, "{\"count\":1}", "resultCode");
        assertContradicts(200, "{\"resultCode\":\"A000001\",\"more\":1}", "more");
        assertContradicts(200, "{\"resultCode\":\"A000001\",\"count\":null}", "/count");
        assertContradicts(200, "{\"resultCode\":\"A000002\"}", "result code is not described: A000002");
        assertContradicts(500, GOOD, "status is not described");
        assertContradicts(204, GOOD, "there is a body");
        assertContradicts(200, "no JSON", "");
    }

    @Test
    void aCallThatIsNotDescribedIsToldUnlessItIsRefused() {
        look("/api/other", 200, GOOD);

        assertThat(Contradictions.taken()).singleElement().asString().contains("the call is not described");
    }

    private static void assertContradicts(int status, String body, String fault) {
        look("/api/thing/1", status, body);

        assertThat(Contradictions.taken()).singleElement().asString().contains(fault);
    }

    private static void look(String path, int status, @Nullable String body) {
        ANSWERS.look(
                "GET",
                path,
                null,
                status,
                "application/json",
                body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }
}
