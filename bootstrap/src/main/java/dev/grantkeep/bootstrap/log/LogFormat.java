package dev.grantkeep.bootstrap.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How lines of the log look. */
public enum LogFormat {
    TEXT {
        @Override
        Encoder<ILoggingEvent> encoder(LoggerContext loggers) {
            PatternLayout layout = new PatternLayout();
            layout.setContext(loggers);
            layout.getInstanceConverterMap().put("call", CallIds::new);
            layout.setPattern(PATTERN);
            layout.start();
            LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
            encoder.setLayout(layout);
            return encoder;
        }
    },
    JSON {
        @Override
        Encoder<ILoggingEvent> encoder(LoggerContext loggers) {
            return new JsonLines();
        }
    };

    /** The setting; its value is the name of one of these in small letters. */
    public static final String PROPERTY = "grantkeep.log.format";

    static final String APPENDER = "stdout";

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{36} - %call%msg%n";

    abstract Encoder<ILoggingEvent> encoder(LoggerContext loggers);

    /** Also for a log that is set up again, as it is for levels that are set. */
    private static volatile LogFormat chosen = TEXT;

    static LogFormat chosen() {
        return chosen;
    }

    /** From now on the log has this format, unless a configuration file decides what is logged. */
    public void use() {
        if (this == chosen) {
            return;
        }
        chosen = this;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers
                && loggers.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER)
                        instanceof ConsoleAppender<ILoggingEvent> output) {
            write(output, loggers);
        }
    }

    void write(ConsoleAppender<ILoggingEvent> output, LoggerContext loggers) {
        Encoder<ILoggingEvent> encoder = encoder(loggers);
        encoder.setContext(loggers);
        encoder.start();
        output.setEncoder(encoder);
    }
}
