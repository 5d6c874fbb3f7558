package dev.grantkeep.application.port.in.token;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.AccessJwt;
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

    /**
     * By its access token.
     *
     * @param presented the value, or a JWT
     */
    record OfAccessToken(String presented) implements Name {
        @Override
        public String toString() {
            return "OfAccessToken[hidden]";
        }
    }

    /** By its refresh token, or by one that it had before. */
    record OfRefreshToken(TokenValue value) implements Name {}

    sealed interface Result {}

    /**
     * The record as it is then.
     *
     * @param newValue the new access token, if a new one was asked for
     * @param jwt the same as its client gets it, where that is not the value itself. A JWT that was issued before says what
     *     it said
     */
    record Updated(
            TokenInContext token,
            @Nullable TokenValue newValue,
            @Nullable AccessJwt jwt) implements Result {}

    /**
     * The new access token has to be a JWT, and cannot be made; nothing is changed.
     *
     * @param why a sentence that names the setting at fault, for the owner of the service
     */
    record Impossible(String why) implements Result {}

    record NotFound() implements Result {}

    record OfAnotherService() implements Result {}
}
