package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape that is asked of every answer is really asked. */
final class StrictShapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V2 | 200 | {`a`:null}",
                "V2 | 200 | {`a`:[{`b`:{`c`:null}}]}",
                "V2 | 200 | {`action`:`ok`}",
                "V2 | 200 | {`grantType`:`authorization_code`}",
                "V2 | 200 | {`client`:{`responseTypes`:[`CODE`,`code id_token`]}}",
                "V2 | 200 | {`clients`:[{`idTokenSignAlg`:`es256`}]}",
                "V2 | 200 | {`resultCode`:`A001001`,`resultMessage`:`no brackets`}",
                "V2 | 400 | {`error`:`no envelope`}",
                "V2 | 200 | not JSON",
                "V2 | 200 | {} {}",
                "V2 | 204 | {}",
                "V3 | 200 | {`type`:`client`}",
                "V3 | 200 | {`client`:{`type`:`client`}}",
                "V3 | 200 | {`clients`:[{`type`:`client`}]}"
            })
    void anAnswerOfAnotherShapeIsReported(Dialect dialect, int status, String text) {
        Answer answer = new Answer(status, "application/json", text.replace('`', '"'));

        assertThatThrownBy(() -> StrictShape.check(dialect, answer))
                .isInstanceOfAny(Error.class, RuntimeException.class);
    }

    @Test
    void anotherContentTypeIsReported() {
        assertThatThrownBy(() -> StrictShape.check(Dialect.V2, new Answer(200, "text/plain", "{}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theRightShapeIsNot() {
        String text =
                "{\"type\":\"x\",\"resultCode\":\"A001001\",\"resultMessage\":\"[A001001] Yes.\",\"action\":\"OK\"}";

        assertThatCode(() -> StrictShape.check(Dialect.V2, new Answer(200, "application/json", text)))
                .doesNotThrowAnyException();
    }
}
