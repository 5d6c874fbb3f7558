package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/** By an assertion that is signed with a private key, whose public one is registered. */
@Wired
public final class ByPrivateKeyJwt implements AuthenticationMethod {
    private final Assertions assertions;

    public ByPrivateKeyJwt(Assertions assertions) {
        this.assertions = assertions;
    }

    @Override
    public ClientAuthMethod method() {
        return ClientAuthMethod.PRIVATE_KEY_JWT;
    }

    @Override
    public Optional<Refusal> refusal(Presented given) {
        return assertions.refusal(given);
    }
}
