package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/** By the client's secret in the body of the request. */
@Wired
public record BySecretInBody() implements AuthenticationMethod {
    @Override
    public ClientAuthMethod method() {
        return ClientAuthMethod.CLIENT_SECRET_POST;
    }

    @Override
    public Optional<Refusal> refusal(Presented given) {
        return BySecret.refusal(given.client(), given.credentials().bodySecret());
    }
}
