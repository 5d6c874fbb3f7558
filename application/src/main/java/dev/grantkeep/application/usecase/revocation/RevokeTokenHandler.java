package dev.grantkeep.application.usecase.revocation;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.RevocationRefusal;
import dev.grantkeep.application.port.in.revocation.RevokeToken;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.application.usecase.token.TokenSearch;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.event.Event;
import dev.grantkeep.domain.token.TokenRecord;

/** Revokes a client's own tokens. What ended already is as unknown as what never was (RFC 7009 section 2.2). */
@Wired
public final class RevokeTokenHandler implements RevokeToken {
    private final ClientAuthenticator authenticator;
    private final TokenSearch search;
    private final TokenStore tokens;
    private final CurrentSettings currentSettings;
    private final Clock clock;

    public RevokeTokenHandler(
            ClientAuthenticator authenticator,
            TokenSearch search,
            TokenStore tokens,
            CurrentSettings currentSettings,
            Clock clock) {
        this.authenticator = authenticator;
        this.search = search;
        this.tokens = tokens;
        this.currentSettings = currentSettings;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused -> new Refused(refused.why(), refused.detail());
            case Authentication.Locked locked -> new ClientLocked(locked.client());
            case Authentication.Authenticated authenticated -> revoke(command, authenticated.client());
        };
    }

    /** A client that was locked or has another secret since its copy was made revokes nothing. */
    private Result revoke(Command command, Client client) {
        currentSettings.require(command.service(), client);
        return search.find(command.service(), command.token(), command.hint())
                .filter(hit -> !hit.token().hasEnded(clock.now()))
                .map(hit -> remove(hit.token().token(), client))
                .orElseGet(Done::new);
    }

    private Result remove(TokenRecord token, Client client) {
        if (!token.client().equals(client.id())) {
            return new Refused(RevocationRefusal.TOKEN_OF_ANOTHER_CLIENT, null);
        }
        tokens.remove(token.service(), token.id(), new Event(Event.Kind.TOKEN_REVOKED, clock.now()));
        return new Done();
    }
}
