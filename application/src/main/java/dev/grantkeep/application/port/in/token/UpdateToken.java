package dev.grantkeep.application.port.in.token;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenChange;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenValue;
import org.jspecify.annotations.Nullable;

/** Changes one token ("Updating issued token(s)"). A revoked one is not found; an expired one can be changed. */
public interface UpdateToken {
    Result handle(Command command);

    /**
     * What to change.
     *
     * @param newValue whether the access token gets a new value, which replaces {@code change.newAccess()}
     */
    record Command(Service service, Name name, TokenChange change, boolean newValue) {}

    /** How the caller names the token. */
    sealed interface Name {}

    record Located(TokenLocator locator) implements Name {}

    /** By its refresh token, or by one that it had before. */
    record OfRefreshToken(TokenValue value) implements Name {}

    sealed interface Result {}

    /**
     * The record as it is then.
     *
     * @param newValue the new access token, if a new one was asked for
     */
    record Updated(TokenInContext token, @Nullable TokenValue newValue) implements Result {}

    record NotFound() implements Result {}

    record OfAnotherService() implements Result {}
}
