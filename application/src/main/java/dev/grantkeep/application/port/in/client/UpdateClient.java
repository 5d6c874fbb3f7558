package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.InvalidMember;

/** Changes a client's settings. Its secret, its lock and its ids stay. */
public interface UpdateClient {
    /**
     * @throws InvalidMember if {@code jwks} changes and is not a JWK Set of public keys, or the client is pairwise and cannot
     *     be of the sector that it says (OpenID Connect Registration section 5)
     */
    Result handle(Command command);

    record Command(Service service, ClientIdentifier client, Change change) {}

    /** The new settings, worked out from the current ones; may be asked again if those change meanwhile. */
    @FunctionalInterface
    interface Change {
        /**
         * @throws IllegalArgumentException if the wish is not valid; then nothing changes
         */
        ClientSettings apply(Client current);
    }

    sealed interface Result {}

    record Updated(Client client) implements Result {}

    record AliasTaken() implements Result {}

    /** This redirect URI, which the client did not have, is not safe, and the service does not allow such. */
    record InsecureRedirectUri(RedirectUri uri) implements Result {}

    record Refused(ClientRefusal why) implements Result {}
}
