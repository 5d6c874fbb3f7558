package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/**
 * Not at all, as public clients do, which cannot keep a secret: one that presents a secret is not what it was registered as.
 * A confidential client always authenticates (RFC 6749 section 3.2.1).
 */
@Wired
public record ByNameAlone() implements AuthenticationMethod {
    @Override
    public ClientAuthMethod method() {
        return ClientAuthMethod.NONE;
    }

    @Override
    public Optional<AuthenticationRefusal> refusal(Client client, ClientCredentials given) {
        if (client.settings().type() != ClientType.PUBLIC) {
            return Optional.of(AuthenticationRefusal.CONFIDENTIAL);
        }
        return given.basicSecret() == null && given.bodySecret() == null
                ? Optional.empty()
                : Optional.of(AuthenticationRefusal.WRONG_AUTH_METHOD);
    }
}
