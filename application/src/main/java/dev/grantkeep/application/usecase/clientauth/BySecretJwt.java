package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/** By an assertion that is signed with the client's secret. */
@Wired
public final class BySecretJwt implements AuthenticationMethod {
    private final Assertions assertions;

    public BySecretJwt(Assertions assertions) {
        this.assertions = assertions;
    }

    @Override
    public ClientAuthMethod method() {
        return ClientAuthMethod.CLIENT_SECRET_JWT;
    }

    @Override
    public Optional<Refusal> refusal(Presented given) {
        return assertions.refusal(given);
    }
}
