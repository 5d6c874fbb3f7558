package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.TokenRequestRefusal;
import dev.grantkeep.domain.authorization.RequestedDetails;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the parameter {@code authorization_details} (RFC 9396). */
final class AskedDetails {
    private AskedDetails() {}

    /** A type that the service does not know or the client may not use. */
    static Optional<String> refusedType(RequestedDetails.Asked asked, Service service, Client client) {
        return asked.refusedType(
                service.settings().capabilities().authorizationDetailsTypes(),
                client.settings().requests().authorizationDetailsTypes());
    }

    /** The details of a request that passed the checks. */
    static @Nullable String json(RequestedDetails details) {
        return details instanceof RequestedDetails.Asked asked ? asked.json() : null;
    }

    /** Why a token request cannot have these details of what was granted. */
    static Optional<TokenRequestRefusal> refusal(RequestedDetails details, @Nullable String granted) {
        if (details instanceof RequestedDetails.Malformed) {
            return Optional.of(TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS);
        }
        return details.areThose(granted)
                ? Optional.empty()
                : Optional.of(TokenRequestRefusal.OTHER_AUTHORIZATION_DETAILS);
    }
}
