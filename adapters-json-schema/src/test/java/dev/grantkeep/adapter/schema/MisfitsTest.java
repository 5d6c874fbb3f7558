package dev.grantkeep.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.application.port.out.schema.DetailSchemas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which details fit a schema, what is told of those that do not, and that no detail makes a call hang. */
@Timeout(30)
class MisfitsTest {
    private static final String SCHEMA = """
            {"type":"object","required":["type","iban"],"additionalProperties":false,
             "properties":{
              "type":{"const":"account"},
              "iban":{"type":"string","pattern":"^[A-Z]{2}\\\\d+$"},
              "amount":{"$ref":"#/$defs/amount"},
              "kind":{"enum":["a",null,1.0]},
              "tree":{"$ref":"#/$defs/tree"},
              "set":{"uniqueItems":true},
              "either":{"anyOf":[{"type":"string"},{"minimum":3}]}},
             "patternProperties":{"^x-":{"type":"integer"}},
             "$defs":{
              "amount":{"type":"object","required":["value"]},
              "tree":{"type":"array","items":{"$ref":"#/$defs/tree"}}}}
            """;

    private final DetailSchemas schemas = new HarrelDetailSchemas(new ReadSchemas());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"amount\":{\"value\":\"1\"}",
                ",\"kind\":null",
                ",\"kind\":1",
                ",\"x-1\":1.0",
                ",\"x-1\":-12345678901234567890",
                ",\"tree\":[[],[[[]]]]",
                ",\"set\":[1,2,\"1\",{\"a\":1},{\"a\":2}]",
                ",\"either\":3"
            })
    void fits(String more) {
        assertThat(schemas.misfit(SCHEMA, detail(more))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"account"}                               | it does not fit 'required'
            {"iban":"DE1"}                                   | it does not fit 'required'
            {"type":"other","iban":"DE1"}                    | '/type' does not fit 'const'
            {"type":"account","iban":5}                      | '/iban' does not fit 'type': Value is [integer] but should be [string]
            {"type":"account","iban":null}                   | '/iban' does not fit 'type'
            {"type":"account","iban":"secret"}               | '/iban' does not fit 'pattern'
            {"type":"account","iban":"DE1","more":1}         | '/more' is not allowed
            {"type":"account","iban":"DE1","amount":{}}      | '/amount' does not fit 'required'
            {"type":"account","iban":"DE1","kind":"secret"}  | '/kind' does not fit 'enum'
            {"type":"account","iban":"DE1","x-1":"secret"}   | '/x-1' does not fit 'type'
            {"type":"account","iban":"DE1","x-1":1.5}        | '/x-1' does not fit 'type'
            {"type":"account","iban":"DE1","tree":[[],[3]]}  | '/tree/1/0' does not fit 'type'
            {"type":"account","iban":"DE1","either":2}       | '/either' does not fit
            {"type":"account","iban":"DE1","set":[1,1.0]}    | '/set' does not fit 'uniqueItems'
            {"type":"account","iban":"DE1","set":[{"a":[1]},{"a":[1.0]}]} | '/set' does not fit 'uniqueItems'
            """)
    void doesNotFit(String detail, String told) {
        assertThat(schemas.misfit(SCHEMA, JsonText.readSentObject(detail)))
                .hasValueSatisfying(misfit -> assertThat(misfit)
                        .contains(told)
                        .doesNotContain("secret")
                        .hasSizeLessThan(200));
    }

    @Test
    void whatIsToldIsShort() {
        Map<String, Object> detail = Map.of("type", "account", "iban", "DE1", "m".repeat(10_000), 1);
        assertThat(schemas.misfit(SCHEMA, detail))
                .hasValueSatisfying(misfit -> assertThat(misfit).hasSizeLessThan(200));
    }

    @Test
    void aSchemaThatCannotBeUsedFitsNothing() {
        assertThat(schemas.misfit("[]", Map.of("type", "account")))
                .hasValueSatisfying(why -> assertThat(why).startsWith("the schema of the service is not"));
    }

    @Test
    void aThousandNestedArraysAreJudged() {
        Object nested = List.of();
        for (int i = 1; i < 1_000; i++) {
            nested = List.of(nested);
        }
        assertThat(schemas.misfit("{}", Map.of("tree", nested))).isEmpty();
        assertThat(schemas.misfit(SCHEMA, Map.of("type", "account", "iban", "DE1", "tree", nested)))
                .hasValueSatisfying(why -> assertThat(why).contains("too much work"));
    }

    /** Engines that backtrack take longer than the universe has been there for the first of these. */
    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|aa)+$", "^(a|a?)+$", "(.*a){20}b", "(|a|a|a)*c"})
    void aRegularExpressionDoesNotHang(String regex) {
        String schema = "{\"properties\":{\"a\":{\"pattern\":\"" + regex + "\"}}}";
        assertThat(schemas.fault(schema)).isEmpty();
        assertThat(schemas.misfit(schema, Map.of("a", "a".repeat(5_000) + "!"))).isPresent();
        assertThat(schemas.misfit(schema, Map.of("a", "a".repeat(1_000_000) + "!")))
                .isPresent();
    }

    @Test
    void theNameOfAMemberDoesNotHangEither() {
        String schema = "{\"patternProperties\":{\"^(a+)+$\":false},\"additionalProperties\":false}";
        assertThat(schemas.misfit(schema, Map.of("a".repeat(5_000) + "!", 1))).isPresent();
    }

    @Test
    void workHasALimit() {
        List<Object> many =
                IntStream.range(0, 20_000).<Object>mapToObj(List::of).toList();
        long start = System.nanoTime();
        isTooMuch("{\"properties\":{\"a\":{\"uniqueItems\":true}}}", many);
        isTooMuch("{\"properties\":{\"a\":{\"allOf\":[" + "{\"items\":{}},".repeat(1_000) + "{}]}}}", many);
        isTooMuch(
                "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/a0\"}},\"$defs\":" + SchemaFaultsTest.Doubling.definitions()
                        + "}",
                many);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aLargeDetailCanFit() {
        List<Object> many =
                IntStream.range(0, 10_000).<Object>mapToObj(List::of).toList();
        String schema = "{\"properties\":{\"a\":{\"items\":{\"items\":{\"type\":\"integer\"}}}}}";
        assertThat(schemas.misfit(schema, Map.of("a", many))).isEmpty();
    }

    private void isTooMuch(String schema, Object value) {
        assertThat(schemas.fault(schema)).isEmpty();
        assertThat(schemas.misfit(schema, Map.of("a", value)))
                .hasValueSatisfying(why -> assertThat(why).contains("too much work"));
    }

    private static Map<String, ?> detail(String more) {
        return JsonText.readSentObject("{\"type\":\"account\",\"iban\":\"DE1\"" + more + "}");
    }
}
