package dev.grantkeep.bootstrap.start;

import io.micronaut.context.env.Environment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Optional;

/** Where the server listens. Whoever can read the wire has the tokens, so nothing unencrypted leaves the machine. */
public final class Listening {
    /** What allows it all the same, where something in front of Grantkeep encrypts. */
    public static final String EXCEPTION = "grantkeep.allow-unencrypted-remote";

    private static final String SERVER = "micronaut.server";
    private static final String LISTENERS = "micronaut.server.netty.listeners";

    private Listening() {}

    /**
     * @throws StartupRefused if another machine could connect without TLS and nothing says that this is meant
     */
    public static void requireSafe(Environment environment) {
        requirePort(environment);
        if (is(environment, EXCEPTION)) {
            return;
        }
        Collection<String> listeners = environment.getPropertyEntries(LISTENERS);
        if (listeners.isEmpty()) {
            requireSafe(host(environment, SERVER), isEncrypted(environment));
        }
        for (String listener : listeners) {
            String prefix = LISTENERS + "." + listener;
            requireSafe(host(environment, prefix), is(environment, prefix + ".ssl"));
        }
    }

    private static void requireSafe(Optional<String> host, boolean encrypted) {
        if (!encrypted && !host.map(Listening::isLoopback).orElse(false)) {
            throw new StartupRefused("Listening on "
                    + host.orElse("every address")
                    + " without TLS would show tokens and secrets on the network: configure micronaut.server.ssl, or set"
                    + " GRANTKEEP_ALLOW_UNENCRYPTED_REMOTE=true if something in front of Grantkeep encrypts.");
        }
    }

    /** -1 is any free port. */
    private static void requirePort(Environment environment) {
        String port = environment.getProperty(SERVER + ".port", String.class).orElse("8080");
        if (!port.matches("-1|[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new StartupRefused("MICRONAUT_SERVER_PORT is a number up to 65535, not '" + port + "'.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StartupRefused("The address to listen on, '" + host + "', is not known to this machine.", e);
        }
    }

    /** With both protocols the plain one is open too. */
    private static boolean isEncrypted(Environment environment) {
        boolean ssl = is(environment, SERVER + ".ssl.enabled") || is(environment, "micronaut.ssl.enabled");
        return ssl && !is(environment, SERVER + ".dual-protocol");
    }

    private static Optional<String> host(Environment environment, String prefix) {
        return environment.getProperty(prefix + ".host", String.class).filter(host -> !host.isBlank());
    }

    private static boolean is(Environment environment, String property) {
        return environment.getProperty(property, Boolean.class).orElse(false);
    }
}
