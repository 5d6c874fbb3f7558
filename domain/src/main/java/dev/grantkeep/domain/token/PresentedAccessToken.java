package dev.grantkeep.domain.token;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Secret;
import java.util.Optional;

/**
 * An access token as somebody presents it, before it is known what it is worth: the current one of a record, one that the
 * record had before, or neither. One that the record had before opens nothing any more, but it names its record, so that
 * whoever holds it can end that. One that its caller chose names none.
 */
public record PresentedAccessToken(TokenValue value, Secret derivationKey) {
    public static PresentedAccessToken to(Service service, TokenValue value) {
        return new PresentedAccessToken(value, service.derivationKey());
    }

    /** The record that it names for certain: the service made it for that record. */
    public Optional<TokenId> namedRecord() {
        return TokenValues.recordNamedByAccess(value, derivationKey);
    }

    /** Whether it is the record's current access token. */
    public boolean isCurrentOf(TokenRecord token) {
        return token.access().hash().equals(value.hash());
    }
}
