package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/** One way in which clients authenticate (RFC 6749 section 2.3). A method that has none is refused, never taken for granted. */
public interface AuthenticationMethod {
    ClientAuthMethod method();

    /** Why a client that is registered with this method is not the one who presents these credentials; empty if it is. */
    Optional<AuthenticationRefusal> refusal(Client client, ClientCredentials given);
}
