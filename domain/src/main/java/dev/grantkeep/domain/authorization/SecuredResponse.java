package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authorization response that goes as one JWT (JARM section 2.1).
 *
 * @param parameters those of the response, with the client's state
 */
public record SecuredResponse(Service service, Client client, Recipient to, Map<String, String> parameters) {
    public SecuredResponse {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** Why there can be none: a sentence that names the setting at fault. */
    public Optional<String> fault() {
        if (service.settings().issuer() == null) {
            return Optional.of("The service has no `issuer`.");
        }
        if (!client.settings().signsAuthorizationResponses()) {
            return Optional.of("The client has no `authorizationSignAlg`.");
        }
        return to.target().mode() == ResponseMode.QUERY_JWT
                        && hasToken()
                        && !client.settings().authorizationResponse().isEncrypted()
                ? Optional.of("The client has no `authorizationEncryptionAlg`, and a token must not be in a query.")
                : Optional.empty();
    }

    /** Who answers whom and until when, which no parameter may say (JARM section 2.1). */
    public Members claims(Instant now) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(parameters);
        claims.put("iss", service.settings().issuer());
        claims.put("aud", client.nameFor(to.client().namedBy()));
        claims.put(
                "exp",
                service.settings()
                        .authorization()
                        .responseDuration()
                        .expiryFrom(now)
                        .getEpochSecond());
        return Members.of(claims);
    }

    private boolean hasToken() {
        return parameters.containsKey("access_token") || parameters.containsKey("id_token");
    }

    /** Without the parameters. */
    @Override
    public String toString() {
        return "SecuredResponse[" + to.client().id() + "]";
    }
}
