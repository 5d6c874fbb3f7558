package dev.grantkeep.bootstrap.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LogFormatTest {
    private final LoggerContext loggers = new LoggerContext();

    private String line(LogFormat format, LoggingEvent event) {
        var encoder = format.encoder(loggers);
        encoder.setContext(loggers);
        encoder.start();
        return new String(encoder.encode(event), UTF_8);
    }

    private LoggingEvent event(String message, @Nullable Throwable exception) {
        LoggingEvent event = new LoggingEvent(
                "", loggers.getLogger("dev.grantkeep.Example"), Level.WARN, message, exception, new Object[] {"x"});
        event.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
        return event;
    }

    private JsonObject json(LoggingEvent event) {
        String line = line(LogFormat.JSON, event);
        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n");
        return JsonParser.parseString(line).getAsJsonObject();
    }

    @Test
    void aLineOfTextIsAsItAlwaysWas() {
        assertThat(line(LogFormat.TEXT, event("it is {}", null)))
                .matches("2026-01-0\\dT\\d\\d:\\d\\d:05\\.678\\S+ WARN  dev.grantkeep.Example - it is x\n");
    }

    @Test
    void aLineOfJsonHasTimeLevelLoggerAndMessage() {
        JsonObject line = json(event("it is {} \"and\" \u0001 a\nbreak \u2028", null));

        assertThat(line.keySet()).containsExactly("time", "level", "logger", "message");
        assertThat(line.get("time").getAsString()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(line.get("level").getAsString()).isEqualTo("WARN");
        assertThat(line.get("logger").getAsString()).isEqualTo("dev.grantkeep.Example");
        assertThat(line.get("message").getAsString()).isEqualTo("it is x \"and\" \u0001 a\nbreak \u2028");
    }

    @Test
    void anExceptionIsOneMember() {
        JsonObject line = json(event("failed", new IllegalStateException("outer", new RuntimeException("inner"))));

        assertThat(line.get("exception").getAsString())
                .startsWith("java.lang.IllegalStateException: outer\n\tat ")
                .contains("Caused by: java.lang.RuntimeException: inner");
    }

    @Test
    void whatHasANameIsAMember() {
        LoggingEvent event = event("named", null);
        event.setKeyValuePairs(List.of(new KeyValuePair("status", 204), new KeyValuePair("route", "/x")));

        assertThat(json(event).get("status").getAsInt()).isEqualTo(204);
        assertThat(json(event).get("route").getAsString()).isEqualTo("/x");
    }

    /** As docs/signals.md shows it. */
    @Test
    void aFileOfOnesOwnCanHaveTheIds() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(loggers);
        configurator.doConfigure(new ByteArrayInputStream("""
                <configuration>
                  <conversionRule conversionWord="call" class="dev.grantkeep.bootstrap.log.CallIds" />
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%-5level - %call%msg%n</pattern></encoder>
                  </appender>
                  <root level="WARN"><appender-ref ref="out" /></root>
                </configuration>
                """.getBytes(UTF_8)));
        Appender<ILoggingEvent> appender =
                loggers.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("out");

        assertThat(appender)
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        console ->
                                assertThat(new String(encoded(console), UTF_8)).isEqualTo("WARN  - it is x\n"));
    }

    @SuppressWarnings("unchecked")
    private byte[] encoded(ConsoleAppender<?> console) {
        return ((ConsoleAppender<ILoggingEvent>) console).getEncoder().encode(event("it is {}", null));
    }
}
