package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.flow.AuthenticationRefusal;
import dev.grantkeep.application.port.in.flow.ClientCredentials;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.ClientAuthMethod;
import java.util.Optional;

/** Not at all, as clients do that cannot keep a secret: one that presents a secret is not what it was registered as. */
public record ByNameAlone() implements AuthenticationMethod {
    @Override
    public ClientAuthMethod method() {
        return ClientAuthMethod.NONE;
    }

    @Override
    public Optional<AuthenticationRefusal> refusal(Client client, ClientCredentials given) {
        return given.basicSecret() == null && given.bodySecret() == null
                ? Optional.empty()
                : Optional.of(AuthenticationRefusal.WRONG_AUTH_METHOD);
    }
}
