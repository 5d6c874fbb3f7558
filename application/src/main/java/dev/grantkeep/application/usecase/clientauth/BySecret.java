package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.domain.client.Client;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By the client's secret, in the header or in the body (RFC 6749 section 2.3.1). */
final class BySecret {
    private BySecret() {}

    /** @param secret what is in the place where the client's secret has to be; null if there is nothing */
    static Optional<Refusal> refusal(Client client, @Nullable String secret) {
        if (secret == null) {
            return Optional.of(new Refusal(AuthenticationRefusal.WRONG_AUTH_METHOD));
        }
        return client.secret().matches(secret)
                ? Optional.empty()
                : Optional.of(new Refusal(AuthenticationRefusal.WRONG_CREDENTIAL));
    }
}
