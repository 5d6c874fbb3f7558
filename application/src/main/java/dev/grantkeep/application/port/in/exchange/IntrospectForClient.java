package dev.grantkeep.application.port.in.exchange;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.domain.client.Client;

/**
 * Introspection by RFC 7662 where a client of the service asks. It is told of its own tokens; of those of others only if it
 * is a resource server: to anybody else they are as unknown as any text, so that nobody can try tokens out (section 4).
 */
public interface IntrospectForClient {
    /**
     * @throws StaleSettings if the service or the client is not what is stored now
     */
    IntrospectStandard.Result handle(Command command);

    /** @param client that asks, authenticated by a copy of its settings */
    record Command(Client client, IntrospectStandard.Command asked) {}
}
