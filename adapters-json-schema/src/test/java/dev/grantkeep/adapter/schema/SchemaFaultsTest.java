package dev.grantkeep.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.port.out.schema.DetailSchemas;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are schemas that can be used. */
class SchemaFaultsTest {
    private final DetailSchemas schemas = new HarrelDetailSchemas(new ReadSchemas());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"object\",\"required\":[\"type\"]}",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$id\":\"https://bank.example/payment\"}",
                // no schema can take the place of another, or of the dialect's own
                "{\"$id\":\"https://json-schema.org/draft/2020-12/schema\"}",
                "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":true}}",
                "{\"$ref\":\"#/$defs/a%25b~1c\",\"$defs\":{\"a%b/c\":{}}}",
                "{\"$ref\":\"#/allOf/0\",\"allOf\":[{}]}",
                "{\"$ref\":\"#a\",\"$defs\":{\"x\":{\"$anchor\":\"a\"}}}",
                "{\"$dynamicRef\":\"#a\",\"$defs\":{\"x\":{\"$dynamicAnchor\":\"a\"}}}",
                "{\"properties\":{\"sub\":{\"$ref\":\"#\"}}}",
                // members of a detail that are named like keywords
                "{\"properties\":{\"$ref\":{\"type\":\"string\"},\"pattern\":{},\"$id\":{}}}",
                "{\"patternProperties\":{\"^x-[a-z]{1,20}$\":{\"pattern\":\"^\\\\p{L}+\\\\d*$\"}}}"
            })
    void isUsable(String schema) {
        assertThat(schemas.fault(schema)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                              | is not one JSON object
            nonsense                                        | is not one JSON object
            []                                              | is not one JSON object
            true                                            | is not one JSON object
            {"type":"object"} {}                            | is not one JSON object
            {"type":"object","type":"object"}               | is not one JSON object
            {"minimum":1e999}                               | is not one JSON object
            {"type":"objec"}                                | '/type' does not fit
            {"type":5}                                      | '/type' does not fit
            {"required":"iban"}                             | '/required' does not fit
            {"properties":[]}                               | '/properties' does not fit
            {"properties":{"a":{"minLength":-1}}}           | '/properties/a/minLength' does not fit
            {"items":[{}]}                                  | '/items' does not fit
            {"multipleOf":0}                                | '/multipleOf' does not fit
            {"$id":" #x"}                                   | '/$id' does not fit
            {"$schema":"http://json-schema.org/draft-07/schema#"} | another dialect
            {"properties":{"a":{"$schema":"https://x.example/"}}} | another dialect
            {"properties":{"a":{"$id":"https://x.example/"}}}     | another schema
            {"pattern":"("}                                 | regular expression
            {"pattern":"(?=a)b"}                            | regular expression
            {"pattern":"(a)\\\\1"}                          | regular expression
            {"pattern":"((a{100}){100}){100}"}              | regular expression
            {"pattern":"a{1000}{1000}"}                     | regular expression
            {"patternProperties":{"[":{}}}                  | regular expression
            """)
    void isNot(String schema, String fault) {
        assertThat(schemas.fault(schema))
                .hasValueSatisfying(told -> assertThat(told).contains(fault).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/schema",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "classpath:/draft2020-12.json",
                "https://json-schema.org/draft/2020-12/schema",
                "other.json#/a",
                "?a",
                ""
            })
    void nothingElseIsReferredTo(String other) {
        for (String keyword : new String[] {"$ref", "$dynamicRef"}) {
            String within = "{\"" + keyword + "\":\"" + other + "\"}";
            for (String schema : new String[] {within, "{\"properties\":{\"a\":{\"anyOf\":[{}," + within + "]}}}"}) {
                assertThat(schemas.fault(schema)).hasValue("has a reference to another document; nothing is fetched");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/$defs/none", "#none", "#/type", "#/", "#/allOf/2", "#/allOf/x", "#%", "#/$defs/a%23b"})
    void aReferenceLeadsSomewhere(String nowhere) {
        assertThat(schemas.fault(
                        "{\"type\":\"object\",\"allOf\":[{\"$ref\":\"" + nowhere + "\"}],\"$defs\":{\"a#b\":{}}}"))
                .hasValue("has a reference that leads nowhere");
    }

    @Test
    void aReferenceDoesNotLeadToItself() {
        assertThat(schemas.fault("{\"$ref\":\"#\"}")).hasValue("takes too much work");
        assertThat(schemas.fault("{\"allOf\":[{\"$ref\":\"#/$defs/a\"}],\"$defs\":{\"a\":{\"$ref\":\"#/$defs/b\"},"
                        + "\"b\":{\"not\":{\"$ref\":\"#/$defs/a\"}}}}"))
                .hasValue("takes too much work");
    }

    @Test
    void referencesDoNotMultiply() {
        assertThat(schemas.fault(Doubling.schema("{"))).hasValue("takes too much work");
    }

    @Test
    void aSchemaHasALimit() {
        String start = "{\"title\":\"";
        String longest = start + "x".repeat(DetailSchemas.MAX_LENGTH - start.length() - 2) + "\"}";
        assertThat(schemas.fault(longest)).isEmpty();
        assertThat(schemas.fault(longest + " ")).hasValue("has more than 16384 characters");
    }

    @Test
    void aSchemaHasALimitOfDepth() {
        String deep = "{\"not\":".repeat(1_000) + "{}" + "}".repeat(1_000);
        assertThat(schemas.fault(deep))
                .hasValueSatisfying(told -> assertThat(told).contains("levels"));
        assertThat(schemas.fault("{\"not\":".repeat(60) + "{}" + "}".repeat(60)))
                .isEmpty();
    }

    /** Each of forty definitions refers twice to the next one. */
    static final class Doubling {
        private Doubling() {}

        static String schema(String start) {
            return start + "\"$ref\":\"#/$defs/a0\",\"$defs\":" + definitions() + "}";
        }

        static String definitions() {
            return IntStream.range(0, 40)
                    .mapToObj(i -> "\"a" + i + "\":{\"allOf\":[" + reference(i + 1) + "," + reference(i + 1) + "]}")
                    .collect(Collectors.joining(",", "{", ",\"a40\":{}}"));
        }

        private static String reference(int to) {
            return "{\"$ref\":\"#/$defs/a" + to + "\"}";
        }
    }
}
