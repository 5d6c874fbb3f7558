package dev.grantkeep.adapter.http.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToldLifeTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static Optional<Duration> of(String lines) {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (String line : lines.split(";")) {
            String[] parts = line.split(": ", 2);
            headers.add(parts[0].strip(), parts[1].strip());
        }
        return ToldLife.of(headers, NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cache-Control: max-age=600                                    | 600
            Cache-Control: public, MAX-AGE=600 , must-revalidate          | 600
            Cache-Control: public;Cache-Control: max-age=600              | 600
            Cache-Control: max-age="600"                                  | 600
            Cache-Control: max-age=0                                      | 0
            Cache-Control: max-age=600, s-maxage=300                      | 300
            Cache-Control: max-age=600;Age: 100                           | 500
            Cache-Control: max-age=600;Age: 700                           | -100
            Cache-Control: max-age=600, no-store                          | 0
            Cache-Control: no-cache;Expires: Fri, 02 Jan 2026 04:04:05 GMT| 0
            Cache-Control: max-age=600;Expires: Fri, 02 Jan 2026 04:04:05 GMT | 600
            Cache-Control: max-age=99999999999999999999999                | 2147483647
            Expires: Fri, 02 Jan 2026 04:04:05 GMT                        | 3600
            Expires: Fri, 02 Jan 2026 04:04:05 GMT;Date: Fri, 02 Jan 2026 04:03:05 GMT | 60
            Expires: Friday, 02-Jan-26 04:04:05 GMT                       | 3600
            Expires: 0                                                    | 0
            """)
    void isSaid(String lines, long seconds) {
        assertThat(of(lines)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: Fri, 02 Jan 2026 04:03:05 GMT",
                "Cache-Control: public",
                "Cache-Control: max-age=",
                "Cache-Control: max-age=-5",
                "Cache-Control: max-age=5x",
                "Cache-Control: x-max-age=5",
                "Age: 5"
            })
    void isNotSaid(String lines) {
        assertThat(of(lines)).isEmpty();
    }
}
