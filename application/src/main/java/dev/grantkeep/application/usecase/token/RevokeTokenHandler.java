package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.flow.TokenRefusal;
import dev.grantkeep.application.port.in.token.RevokeToken;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.flow.Authentication;
import dev.grantkeep.application.usecase.flow.ClientAuthenticator;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.token.TokenRecord;

/** Revokes a client's own tokens. */
public final class RevokeTokenHandler implements RevokeToken {
    private final ClientAuthenticator authenticator;
    private final BothWays bothWays;
    private final TokenStore tokens;

    public RevokeTokenHandler(ClientAuthenticator authenticator, BothWays bothWays, TokenStore tokens) {
        this.authenticator = authenticator;
        this.bothWays = bothWays;
        this.tokens = tokens;
    }

    @Override
    public Result handle(Command command) {
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused -> new Refused(refused.why());
            case Authentication.Locked locked -> new ClientLocked(locked.client());
            case Authentication.Authenticated authenticated -> revoke(command, authenticated.client());
        };
    }

    private Result revoke(Command command, Client client) {
        return bothWays.find(command.service(), command.token(), command.hint())
                .map(hit -> remove(hit.token().token(), client))
                .orElseGet(Done::new);
    }

    private Result remove(TokenRecord token, Client client) {
        if (!token.client().equals(client.id())) {
            return new Refused(TokenRefusal.TOKEN_OF_ANOTHER_CLIENT);
        }
        tokens.remove(token.service(), token.id());
        return new Done();
    }
}
