package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.ClientType;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/**
 * Not at all, as public clients do, which cannot keep a secret: one that presents a secret or an assertion is not what it was registered as.
 * A confidential client always authenticates (RFC 6749 section 3.2.1).
 */
@Wired
public record ByNameAlone() implements AuthenticationMethod {
    @Override
    public ClientAuthMethod method() {
        return ClientAuthMethod.NONE;
    }

    @Override
    public Optional<Refusal> refusal(Presented given) {
        if (given.client().settings().type() != ClientType.PUBLIC) {
            return Optional.of(new Refusal(AuthenticationRefusal.CONFIDENTIAL));
        }
        return given.credentials().waysToAuthenticate() == 0
                ? Optional.empty()
                : Optional.of(new Refusal(AuthenticationRefusal.WRONG_AUTH_METHOD));
    }
}
