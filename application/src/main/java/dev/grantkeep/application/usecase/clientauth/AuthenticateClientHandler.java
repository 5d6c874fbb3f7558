package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticateClient;
import dev.grantkeep.application.usecase.Wired;

/** Authenticates a client for a call that is not its own exchange. */
@Wired
public final class AuthenticateClientHandler implements AuthenticateClient {
    private final ClientAuthenticator authenticator;

    public AuthenticateClientHandler(ClientAuthenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public Result handle(Command command) {
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused -> new Refused(refused.why(), refused.detail());
            case Authentication.Locked locked -> new Locked(locked.client());
            case Authentication.Authenticated authenticated -> new Authenticated(authenticated.client());
        };
    }
}
