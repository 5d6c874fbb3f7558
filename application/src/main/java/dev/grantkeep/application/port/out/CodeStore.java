package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.CodeInContext;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import java.util.Optional;

/** The authorization codes, by their hash within a service. */
public interface CodeStore {
    /** {@link Saved#TAKEN} if the hash is in use. */
    Saved add(AuthorizationCode code);

    /** The code beside its grant head, redeemed and expired ones included until they are reclaimed. */
    Optional<CodeInContext> find(ServiceId service, TokenHash hash);

    /**
     * Marks a pending code as redeemed.
     *
     * @return whether this call did it; false if the code is gone or was redeemed before
     */
    boolean redeem(ServiceId service, TokenHash hash, TokenId token);

    /**
     * Removes the code, redeemed or not.
     *
     * @return whether there was one
     */
    boolean remove(ServiceId service, TokenHash hash);
}
