package dev.grantkeep.adapter.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grantkeep.application.page.Window;
import dev.grantkeep.domain.duration.TokenDuration;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.Property;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamsTest {
    @Nested
    class Reading {
        @Test
        void nullIsAbsent() {
            Params params = json("{\"subject\":null,\"scopes\":null,\"end\":null,\"flag\":null}");

            assertThat(params.subjectOrNull("subject")).isNull();
            assertThat(params.scopes("scopes")).isNull();
            assertThat(params.number("end")).isZero();
            assertThat(params.flag("flag")).isFalse();
            assertThat(params.has("subject")).isFalse();
        }

        /** RFC 6749 section 3.1. */
        @Test
        void theEmptyTextIsAbsent() {
            for (Params params :
                    List.of(form("subject=&n=&f=&t="), json("{\"subject\":\"\",\"n\":\"\",\"f\":\"\",\"t\":\"\"}"))) {
                assertThat(params.has("subject")).isFalse();
                assertThat(params.subjectOrNull("subject")).isNull();
                assertThat(params.number("n")).isZero();
                assertThat(params.flag("f")).isFalse();
                assertThat(params.text("t")).isNull();
            }
        }

        @Test
        void unknownMembersAreIgnored() {
            assertThat(json("{\"subject\":\"u\",\"what\":{\"ever\":[1]}}").subject("subject"))
                    .isEqualTo(new Subject("u"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"12", "\"12\"", "12.0", "1.2e1"})
        void numbersMayComeAsText(String value) {
            assertThat(json("{\"n\":" + value + "}").number("n")).isEqualTo(12);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "true",
                    "[1]",
                    "{}",
                    "\"x\"",
                    "1.5",
                    "9223372036854775808",
                    "1e300",
                    "\"1e999999999\"",
                    "\"0x1F\"",
                    "\" 1\""
                })
        void whatIsNoWholeNumberIsABadRequest(String value) {
            assertBad(() -> json("{\"n\":" + value + "}").number("n"));
        }

        @ParameterizedTest
        @CsvSource({"true,true", "false,false", "'\"true\"',true", "'\"false\"',false", "'\"\"',false"})
        void flagsMayComeAsText(String value, boolean expected) {
            assertThat(json("{\"f\":" + value + "}").flag("f")).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "\"yes\"", "[]", "\"TRUE\""})
        void whatIsNoFlagIsABadRequest(String value) {
            assertBad(() -> json("{\"f\":" + value + "}").flag("f"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"true", "{}", "[\"a\"]"})
        void whatIsNoTextIsABadRequest(String value) {
            assertBad(() -> json("{\"t\":" + value + "}").text("t"));
        }

        @Test
        void oneTextStandsForAList() {
            assertThat(json("{\"scopes\":\"read  write\"}").words("scopes")).containsExactly("read", "write");
            assertThat(form("scopes=read+write").words("scopes")).containsExactly("read", "write");
        }

        @Test
        void elementsOfAnArrayAreNotSplit() {
            assertThat(json("{\"scopes\":[\"a b\",\"c\"]}").words("scopes")).containsExactly("a b", "c");
        }

        @Test
        void whatCannotBeAScopeIsLeftOut() {
            assertThat(json("{\"scopes\":[\"a b\",\"c\",\"\",\"\\u00e4\"]}").scopes("scopes"))
                    .isEqualTo(ScopeSet.of("c"));
        }

        @Test
        void emptyListIsNotAbsent() {
            assertThat(json("{\"scopes\":[]}").scopes("scopes")).isEqualTo(ScopeSet.EMPTY);
            assertThat(form("scopes=").scopes("scopes")).isEqualTo(ScopeSet.EMPTY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "   "})
        void aTextWithoutWordsIsAbsentInJsonAndTheEmptyListInAForm(String blank) {
            assertThat(json("{\"scopes\":\"" + blank + "\"}").words("scopes")).isNull();
            assertThat(json("{\"scopes\":\"" + blank + "\"}").scopes("scopes")).isNull();
            assertThat(form("scopes=" + blank.replace(' ', '+')).words("scopes"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "true", "{}", "[1]", "[[\"a\"]]"})
        void whatIsNoListOfTextsIsABadRequest(String value) {
            assertBad(() -> json("{\"scopes\":" + value + "}").words("scopes"));
        }

        @Test
        void enumNamesAreExact() {
            assertThat(json("{\"g\":\"IMPLICIT\"}").name("g", GrantType.class)).isEqualTo(GrantType.IMPLICIT);
            assertBad(() -> json("{\"g\":\"implicit\"}").name("g", GrantType.class));
        }
    }

    @Nested
    class Subjects {
        @ParameterizedTest
        @ValueSource(strings = {"\"\"", "\"\\u00e4\"", "\"a\\tb\"", "[\"a\"]", "true"})
        void invalidOnesAreBadRequests(String value) {
            assertBad(() -> json("{\"subject\":" + value + "}").subject("subject"));
        }

        @Test
        void have100CharactersAtMost() {
            assertThat(json("{\"subject\":\"" + "x".repeat(100) + "\"}").subject("subject"))
                    .isNotNull();
            assertBad(() -> json("{\"subject\":\"" + "x".repeat(101) + "\"}").subject("subject"));
        }

        @Test
        void mustBeThere() {
            assertThatExceptionOfType(BadRequest.class)
                    .isThrownBy(() -> json("{}").subject("subject"))
                    .withMessage("The request does not contain 'subject' parameter.");
        }
    }

    @Nested
    class Times {
        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "null", "\"\""})
        void zeroAndLessAreNotSet(String value) {
            assertThat(json("{\"d\":" + value + "}").duration("d")).isNull();
            assertThat(json("{\"d\":" + value + "}").instant("d")).isNull();
        }

        @Test
        void durationsAreSecondsOf100YearsAtMost() {
            assertThat(json("{\"d\":3153600000}").duration("d")).isEqualTo(TokenDuration.ofSeconds(3_153_600_000L));
            assertBad(() -> json("{\"d\":3153600001}").duration("d"));
        }

        @Test
        void instantsEndWithTheYear9999() {
            assertThat(json("{\"i\":253402300799999}").instant("i"))
                    .isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
            assertBad(() -> json("{\"i\":253402300800000}").instant("i"));
        }
    }

    @Nested
    class Windows {
        @ParameterizedTest
        @CsvSource({"'',0,5", "'start=0&end=0',0,5", "'start=2',2,5", "'start=3&end=3',3,3", "'end=1000',0,1000"})
        void haveDefaults(String query, int start, int end) {
            assertThat(form(query).window(5)).isEqualTo(new Window(start, end));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "start=-1",
                    "end=-1",
                    "start=2&end=1",
                    "start=5&end=0",
                    "end=1001",
                    "end=99999999999",
                    "start=x"
                })
        void absurdOnesAreBadRequests(String query) {
            assertBad(() -> form(query).window(5));
        }
    }

    @Nested
    class OfTokens {
        @Test
        void propertiesAreReadFromJson() {
            Params params = json("{\"properties\":[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"hidden\":true}]}");

            assertThat(params.properties("properties").list())
                    .containsExactly(new Property("a", "1", false), new Property("b", "", true));
        }

        @Test
        void propertiesOfAFormAreIgnored() {
            assertThat(form("properties=x").properties("properties")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"x\"", "{}", "[1]", "[{}]", "[{\"key\":\"\"}]", "[{\"key\":\"a\",\"value\":[]}]"})
        void brokenPropertiesAreBadRequests(String value) {
            assertBad(() -> json("{\"p\":" + value + "}").properties("p"));
        }

        @Test
        void tooLargePropertiesAreABadRequest() {
            String value = "x".repeat(60_000);

            assertBad(() -> json("{\"p\":[{\"key\":\"a\",\"value\":\"" + value + "\"}]}")
                    .properties("p"));
        }
    }

    @Nested
    class Bodies {
        @ParameterizedTest
        @ValueSource(
                strings = {"", "{", "[]", "\"x\"", "1", "null", "{} {}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "{a:1}"})
        void whatIsNoJsonObjectIsUnreadable(String body) {
            assertUnreadable(Unreadable.Reason.MALFORMED, () -> json(body));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":\"\\u0000\"}",
                    "{\"a\":\"\\ud800\"}",
                    "{\"\\udc00\":1}",
                    "{\"a\":[{\"b\":\"\\udfff\"}]}"
                })
        void nulAndLoneSurrogatesAreUnreadable(String body) {
            assertUnreadable(Unreadable.Reason.MALFORMED, () -> json(body));
        }

        @Test
        void bytesThatAreNoUtf8AreUnreadable() {
            byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

            assertUnreadable(Unreadable.Reason.MALFORMED, () -> Params.ofBody(MediaType.APPLICATION_JSON_TYPE, body));
            assertUnreadable(
                    Unreadable.Reason.MALFORMED, () -> Params.ofBody(MediaType.APPLICATION_FORM_URLENCODED_TYPE, body));
        }

        @Test
        void deepNestingIsUnreadable() {
            assertUnreadable(
                    Unreadable.Reason.MALFORMED,
                    () -> json("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        }

        @Test
        void moreThan512KibAreTooLarge() {
            String value = "x".repeat(Params.MAX_BODY);

            assertUnreadable(Unreadable.Reason.TOO_LARGE, () -> json("{\"a\":\"" + value + "\"}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "multipart/form-data", "application/xml"})
        void otherContentTypesAreUnsupported(String type) {
            assertUnreadable(
                    Unreadable.Reason.UNSUPPORTED_TYPE,
                    () -> Params.ofBody(MediaType.of(type), "{}".getBytes(StandardCharsets.UTF_8)));
            assertUnreadable(
                    Unreadable.Reason.UNSUPPORTED_TYPE,
                    () -> Params.ofBody(null, "{}".getBytes(StandardCharsets.UTF_8)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=utf-8"})
        void charsetMayBeNamed(String type) {
            assertThat(Params.ofBody(MediaType.of(type), "{\"a\":1}".getBytes(StandardCharsets.UTF_8))
                            .number("a"))
                    .isEqualTo(1);
        }

        @Test
        void repeatedFormParametersAreABadRequest() {
            assertThatExceptionOfType(BadRequest.class)
                    .isThrownBy(() -> form("a=1&b=2&a=3"))
                    .withMessage("The parameter 'a' stands more than once.");
        }

        @Test
        void formIsDecodedOnce() {
            assertThat(form("a=%2541+b%C3%A9").text("a")).isEqualTo("%41 bé");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%00", "a=%C3", "a=%ED%A0%80"})
        void brokenEscapesAreABadRequest(String body) {
            assertBad(() -> form(body));
        }
    }

    private static Params json(String body) {
        return Params.ofBody(MediaType.APPLICATION_JSON_TYPE, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Params form(String body) {
        return Params.ofForm(body);
    }

    private static void assertBad(ThrowingCallable call) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(call);
    }

    private static void assertUnreadable(Unreadable.Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
