package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By the client's secret, in the header or in the body (RFC 6749 section 2.3.1).
 *
 * @param place where the secret has to be
 */
public record BySecret(ClientAuthMethod method, Function<ClientCredentials, @Nullable String> place)
        implements AuthenticationMethod {
    public static BySecret inHeader() {
        return new BySecret(ClientAuthMethod.CLIENT_SECRET_BASIC, ClientCredentials::basicSecret);
    }

    public static BySecret inBody() {
        return new BySecret(ClientAuthMethod.CLIENT_SECRET_POST, ClientCredentials::bodySecret);
    }

    @Override
    public Optional<AuthenticationRefusal> refusal(Client client, ClientCredentials given) {
        String secret = place.apply(given);
        if (secret == null) {
            return Optional.of(AuthenticationRefusal.WRONG_AUTH_METHOD);
        }
        return client.secret().matches(secret) ? Optional.empty() : Optional.of(AuthenticationRefusal.WRONG_SECRET);
    }
}
