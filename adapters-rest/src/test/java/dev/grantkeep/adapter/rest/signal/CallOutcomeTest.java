package dev.grantkeep.adapter.rest.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallOutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "200, A056001, OK",
        "200, A056301, CLIENT_ERROR",
        "200, A056201, CALLER_ERROR",
        "200, A056101, SERVER_ERROR",
        "400, A109201, CALLER_ERROR",
        "401, A001202, UNAUTHORIZED",
        "503, A001103, UNAVAILABLE",
        "500, A001101, SERVER_ERROR",
        "200, , OK",
        "204, , OK",
        "302, , OK",
        "404, , CALLER_ERROR",
        "401, , UNAUTHORIZED",
        "503, , UNAVAILABLE",
        "500, , SERVER_ERROR",
        "200, A1, OK"
    })
    void isTheDigitOfTheCodeOrElseTheStatus(int status, String code, CallOutcome outcome) {
        assertThat(CallOutcome.of(status, code)).isEqualTo(outcome);
    }
}
