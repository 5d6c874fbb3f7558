package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.health.Stopping;
import dev.grantkeep.bootstrap.log.LogFormat;
import dev.grantkeep.bootstrap.start.AtRest;
import dev.grantkeep.bootstrap.start.DataDirectory;
import dev.grantkeep.bootstrap.start.DatabaseUrl;
import dev.grantkeep.bootstrap.start.Listening;
import dev.grantkeep.bootstrap.start.MongoUri;
import dev.grantkeep.bootstrap.start.SecretFiles;
import dev.grantkeep.bootstrap.start.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.Map;

/** A running Grantkeep. */
public final class Grantkeep implements AutoCloseable {
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Grantkeep(ApplicationContext context, EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    /**
     * Checks the configuration, then starts everything.
     *
     * @param overrides properties that win over the environment
     * @param args as on the command line: {@code -property=value}
     * @throws dev.grantkeep.bootstrap.start.StartupRefused if the configuration is not acceptable
     */
    public static Grantkeep start(Map<String, Object> overrides, String... args) {
        Persistence persistence = chosen(overrides, args);
        ApplicationContext context =
                builder(overrides, args).environments(persistence.environment()).build();
        try {
            prepare(persistence, context.getEnvironment().start());
            context.start();
            return new Grantkeep(context, context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /**
     * The environment that a start would have; no bean is made. Whoever asked closes the context.
     *
     * @throws dev.grantkeep.bootstrap.start.StartupRefused if it is not said which store there is
     */
    public static ApplicationContext configured() {
        ApplicationContext context =
                builder(Map.of()).environments(chosen(Map.of()).environment()).build();
        context.getEnvironment().start();
        return context;
    }

    /**
     * The beans that a start would have, without those that begin to work by themselves: nothing listens, sweeps or makes
     * credentials. Whoever asked closes the context.
     *
     * @throws dev.grantkeep.bootstrap.start.StartupRefused if the configuration is not acceptable
     */
    public static ApplicationContext atRest() {
        ApplicationContext context = builder(Map.of())
                .environments(chosen(Map.of()).environment(), AtRest.ENVIRONMENT)
                .build();
        try {
            check(context.getEnvironment().start());
            context.start();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /**
     * Checks what a start would check, and makes nothing.
     *
     * @throws dev.grantkeep.bootstrap.start.StartupRefused if the configuration is not acceptable
     */
    public static void check(Environment environment) {
        SecretFiles.read(environment);
        Settings.requireUsable(environment);
        Listening.requireSafe(environment);
        DatabaseUrl.requireEmbeddedForBackups(environment);
        switch (Persistence.of(environment)) {
            case SQL -> DatabaseUrl.requireKnown(environment);
            case MONGO -> MongoUri.requireValid(environment);
        }
    }

    /** Where it listens. */
    public URI uri() {
        return server.getURI();
    }

    public ApplicationContext context() {
        return context;
    }

    /** Says that it is not ready; then takes no more requests, finishes those in flight and releases the store. */
    @Override
    public void close() {
        context.getBean(Stopping.class).begin();
        server.stop();
        context.close();
    }

    /** Has to be known before the rest of the configuration is read, and no bean may be made for it. */
    private static Persistence chosen(Map<String, Object> overrides, String... args) {
        try (ApplicationContext unstarted = builder(overrides, args).build()) {
            Environment environment = unstarted.getEnvironment().start();
            return Persistence.of(environment);
        }
    }

    private static void prepare(Persistence persistence, Environment environment) {
        check(environment);
        environment.getProperty(LogFormat.PROPERTY, LogFormat.class).ifPresent(LogFormat::use);
        if (persistence == Persistence.SQL) {
            DataDirectory.prepareForDatabase(environment);
        }
    }

    private static ApplicationContextBuilder builder(Map<String, Object> overrides, String... args) {
        return new ContextBuilder()
                .mainClass(Application.class)
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .properties(overrides)
                .args(args);
    }
}
