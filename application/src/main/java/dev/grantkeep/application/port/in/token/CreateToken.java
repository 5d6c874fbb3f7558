package dev.grantkeep.application.port.in.token;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.CreationOutcome;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.TokenCreation;

/** Mints a token without a protocol flow (contract 2.3). */
public interface CreateToken {
    Result handle(Command command);

    /** What to mint, and for whom. */
    record Command(ClientIdentifier client, TokenCreation wanted) {}

    sealed interface Result {}

    record Created(Client client, IssuedToken token) implements Result {}

    record Refused(CreationOutcome.Refused why) implements Result {}

    record ClientRefused(ClientRefusal why) implements Result {}

    record UnsupportedScopes(ScopeSet scopes) implements Result {}

    /**
     * The service wants JWTs, and none can be made.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record Impossible(String why) implements Result {}

    /** The chosen access or refresh token is in use. */
    record ValueTaken() implements Result {}
}
