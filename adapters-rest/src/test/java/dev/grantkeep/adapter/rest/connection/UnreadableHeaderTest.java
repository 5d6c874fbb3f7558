package dev.grantkeep.adapter.rest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.rest.testing.RestServer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller says that it understands is no reason not to answer it. */
class UnreadableHeaderTest {
    private final RestServer server = RestServer.shared();

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, ;;",
        "Accept-Language, 'en,;'",
        "Accept-Language, ','",
        "Accept-Language, x;q=;q=",
        "Accept, ;;",
        "Accept, x",
        "Accept, application/json;q=x",
        "Accept-Encoding, ;;",
        "Accept-Charset, ;;"
    })
    void isAsIfItWereNotThere(String name, String value) {
        assertThat(server.http("POST", "/api/auth/token", "parameters=x", name, value)
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.http("GET", "/api/misc/echo", null, name, value).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-CH, de;q=0.9,\ten;q=0.5", "*", "en;q=x"})
    void staysIfItCanBeRead(String languages) {
        assertThat(left(languages)).isEqualTo(languages);
    }

    @Test
    void isNotReadIfItIsVeryLong() {
        assertThat(left("de,".repeat(400) + "de")).isNull();
        assertThat(left("a-".repeat(499) + ";")).isNotNull();
    }

    private static String left(String languages) {
        HttpHeaders headers = new DefaultHttpHeaders().add(HttpHeaderNames.ACCEPT_LANGUAGE, languages);
        Preferences.leaveOutUnreadable(headers);
        return headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
    }
}
