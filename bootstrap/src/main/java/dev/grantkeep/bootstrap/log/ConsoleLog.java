package dev.grantkeep.bootstrap.log;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * Logs to standard output, unless {@code -Dlogback.configurationFile} names a file that says otherwise. To read the same
 * from a file of XML takes a twentieth of the time of a start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class ConsoleLog extends ContextAwareBase implements Configurator {
    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            "dev.grantkeep",
            Level.INFO,
            // Why a start failed is told in one line by the application itself.
            "io.micronaut.http.server.netty.NettyHttpServer",
            Level.OFF,
            "io.netty.channel.ChannelInitializer",
            Level.OFF,
            // The health check tells that the store is down; with a stack trace for every check it would fill the log.
            "io.micronaut.management.health.indicator.HealthResult",
            Level.OFF,
            // They tell whole paths and queries, in which tokens may be.
            "io.micronaut.http.server.RequestLifecycle",
            Level.INFO,
            "io.micronaut.http.server.netty.NettyRequestLifecycle",
            Level.INFO,
            "io.micronaut.http.server.netty.RoutingInBoundHandler",
            Level.INFO,
            // The failed calls tell why; the pool would tell it once more for each connection, with a stack trace.
            "com.zaxxer.hikari.pool.ProxyConnection",
            Level.ERROR,
            // Its monitor logs every failed attempt to reach a server with a stack trace.
            "org.mongodb.driver",
            Level.ERROR);

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        LEVELS.forEach((name, level) -> loggers.getLogger(name).setLevel(level));
        loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardOutput(loggers));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> standardOutput(LoggerContext loggers) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(loggers);
        appender.setName(LogFormat.APPENDER);
        LogFormat.chosen().write(appender, loggers);
        appender.start();
        return appender;
    }
}
