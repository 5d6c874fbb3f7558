package dev.grantkeep.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleLogTest {
    private final LoggerContext loggers = new LoggerContext();
    private final Properties before = new Properties();

    @BeforeEach
    void rememberTheProperties() {
        before.putAll(System.getProperties());
    }

    @AfterEach
    void restoreTheProperties() {
        System.setProperties(before);
    }

    @Test
    void itsOwnNewsAndTheWarningsOfOthersAreLogged() {
        System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);

        assertThat(new ConsoleLog().configure(loggers)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        assertThat(loggers.getLogger("dev.grantkeep.bootstrap").getEffectiveLevel())
                .isEqualTo(Level.INFO);
        assertThat(loggers.getLogger("com.example").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(root().getAppender("stdout").isStarted()).isTrue();
    }

    @Test
    void aFileThatIsNamedDecidesInstead() {
        System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, "logback.xml");

        assertThat(new ConsoleLog().configure(loggers)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);

        assertThat(root().iteratorForAppenders()).isExhausted();
    }

    /** For whoever has a file that decides. */
    @Test
    void loggersThatTellWholePathsAreInTheDocs() throws IOException {
        System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
        new ConsoleLog().configure(loggers);
        String page = Files.readString(Path.of("..", "docs", "signals.md"));

        assertThat(loggers.getLoggerList())
                .filteredOn(logger -> logger.getName().startsWith("io.micronaut.") && logger.getLevel() == Level.INFO)
                .hasSize(3)
                .allSatisfy(logger ->
                        assertThat(page).contains("<logger name=\"%s\" level=\"INFO\" />".formatted(logger.getName())));
    }

    private Logger root() {
        return loggers.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
