package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.out.key.JwtIds;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.Keys;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.AccessJwt;
import dev.grantkeep.domain.token.AccessTokenContent;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/**
 * The one way from an access token as it is presented to the value that its record is found by. A JWT that a key of the
 * service signed as an access token has it in {@code jti}, whatever the service says of JWTs now; any other text is the value
 * itself, or nothing's. What the JWT says beside that is not looked at: the record decides.
 */
@Wired
public final class AccessTokenValues {
    private final JwtIds ids;
    private final Keys keys;

    public AccessTokenValues(JwtIds ids, Keys keys) {
        this.ids = ids;
        this.keys = keys;
    }

    /**
     * @param presented anything at all
     * @return empty if no access token can be found by it
     */
    public Optional<TokenValue> find(Service service, String presented) {
        return AccessJwt.isPossible(presented)
                ? signed(service, presented).or(() -> valueOf(presented))
                : valueOf(presented);
    }

    private Optional<TokenValue> signed(Service service, String jwt) {
        return keys.of(service) instanceof Keys.Found(KeySet set)
                ? ids.find(jwt, AccessTokenContent.TYPE, set).flatMap(AccessTokenValues::valueOf)
                : Optional.empty();
    }

    private static Optional<TokenValue> valueOf(String text) {
        return TokenValue.isValid(text) ? Optional.of(new TokenValue(text)) : Optional.empty();
    }
}
