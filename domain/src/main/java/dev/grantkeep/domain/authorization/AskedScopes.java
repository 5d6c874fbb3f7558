package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Reads the parameter {@code scope} (RFC 6749 section 3.3). */
public final class AskedScopes {
    private AskedScopes() {}

    /** Whether a scope that was asked for is no scope at all. */
    public static boolean areMalformed(Parameters parameters) {
        return parameters.value("scope").filter(text -> !isWellFormed(text)).isPresent();
    }

    /** What was asked for; empty if nothing was, as by a value that is blank. */
    public static Optional<ScopeSet> of(Parameters parameters) {
        return parameters.value("scope").map(ScopeSet::parse).filter(asked -> !asked.isEmpty());
    }

    /** Whether nothing is left of what was asked for. */
    public static boolean areDenied(Parameters parameters, ScopeSet allowed) {
        return allowed.isEmpty() && of(parameters).isPresent();
    }

    /** Of what was asked for, or else of the defaults, what the service supports and the client may request. */
    public static ScopeSet allowed(Parameters parameters, Service service, Client client) {
        return client.allowed(of(parameters).orElse(service.settings().scopes().defaults()), service);
    }

    private static boolean isWellFormed(String text) {
        try {
            ScopeSet.parse(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
