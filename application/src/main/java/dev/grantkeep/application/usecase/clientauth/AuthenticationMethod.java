package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.domain.protocol.ClientAuthMethod;
import java.util.Optional;

/** One way in which clients authenticate (RFC 6749 section 2.3). A method that has none is refused, never taken for granted. */
public interface AuthenticationMethod {
    ClientAuthMethod method();

    /** Why a client that is registered with this method is not the one who presented itself so; empty if it is. */
    Optional<Refusal> refusal(Presented given);
}
