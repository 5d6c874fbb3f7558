package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * After every test: no stack trace was logged, and no secret or token that was seen on the wire. The log is at INFO, as
 * it is when Grantkeep is installed.
 */
final class QuietLog implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:secret|token|ticket|code)(?:\\\\*\"\\s*:\\s*\\\\*\"|=)([A-Za-z0-9_-]{20,})");
    /** The MongoDB of tests that runs in this JVM; it logs when a client is killed. */
    private static final String TEST_SERVER = "de.bwaldvogel.";

    private static final Queue<ILoggingEvent> EVENTS = new ConcurrentLinkedQueue<>();
    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
    private static final Recorder RECORDER = new Recorder();

    /** Remembers what looks like a secret or a token in an answer. */
    static void learnSecrets(String answer) {
        Matcher matcher = SECRET.matcher(answer);
        while (matcher.find()) {
            SECRETS.add(matcher.group(1));
        }
    }

    static void forgetSecrets() {
        SECRETS.clear();
    }

    /** What looked like one since the last test. */
    static Set<String> secrets() {
        return Set.copyOf(SECRETS);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RECORDER.attach();
    }

    /** What others logged before is theirs: tests of faults log some. */
    @Override
    public void beforeEach(ExtensionContext context) {
        EVENTS.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<ILoggingEvent> events = List.copyOf(EVENTS);
        Set<String> secrets = Set.copyOf(SECRETS);
        EVENTS.clear();
        SECRETS.clear();
        assertThat(events).as("stack traces in the log").noneMatch(event -> event.getThrowableProxy() != null);
        assertThat(events)
                .as("secrets in the log")
                .noneMatch(event -> secrets.stream().anyMatch(event.getFormattedMessage()::contains));
    }

    private static final class Recorder extends AppenderBase<ILoggingEvent> {
        void attach() {
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            if (root.isAttached(this)) {
                return;
            }
            keepConsoleShort(root);
            setContext(root.getLoggerContext());
            start();
            root.addAppender(this);
            root.setLevel(Level.INFO);
        }

        private static void keepConsoleShort(Logger root) {
            ThresholdFilter warnings = new ThresholdFilter();
            warnings.setLevel("WARN");
            warnings.start();
            root.iteratorForAppenders().forEachRemaining(appender -> appender.addFilter(warnings));
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (!event.getLoggerName().startsWith(TEST_SERVER)) {
                EVENTS.add(event);
            }
        }
    }
}
