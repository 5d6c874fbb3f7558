package dev.grantkeep.application.port.in.client;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.client.RedirectUri;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.InvalidMember;

/** Creates a client. Its ids and a secret of 512 bits are generated, for public clients too. */
public interface CreateClient {
    /**
     * @throws InvalidMember if {@code jwks} is not a JWK Set of public keys, or the client is pairwise and cannot
     *     be of the sector that it says (OpenID Connect Registration section 5)
     */
    Result handle(Command command);

    record Command(Service service, ClientSettings settings) {}

    sealed interface Result {}

    record Created(Client client) implements Result {}

    record AliasTaken() implements Result {}

    /** This redirect URI is not safe, and the service does not allow such. */
    record InsecureRedirectUri(RedirectUri uri) implements Result {}

    /** The developer has as many clients as the service allows. */
    record DeveloperIsFull(int limit) implements Result {}
}
