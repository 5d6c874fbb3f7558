package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.authorization.CompleteResponse.Completed;
import dev.grantkeep.application.port.in.authorization.CompleteResponse.Impossible;
import dev.grantkeep.application.port.in.authorization.CompleteResponse.Result;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.openid.ClientJwts;
import dev.grantkeep.application.usecase.openid.JwtOutcome;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.SecuredResponse;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.KeyPurpose;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends every authorization response the same way, whoever it is for. */
@Wired
public final class AuthorizationResponses {
    private final ClientJwts jwts;
    private final Clock clock;

    public AuthorizationResponses(ClientJwts jwts, Clock clock) {
        this.jwts = jwts;
        this.clock = clock;
    }

    /** What is to be sent, or that it cannot be as the client wants it. */
    Result complete(Service service, Client client, Recipient to, Map<String, String> parameters) {
        Map<String, String> all = withState(parameters, to);
        return to.target().mode().isJwt()
                ? secured(new SecuredResponse(service, client, to, all))
                : plain(service, all);
    }

    /** The same for who needs no settings of its client. */
    static Completed plain(Service service, Recipient to, Map<String, String> parameters) {
        return plain(service, withState(parameters, to));
    }

    private static Map<String, String> withState(Map<String, String> parameters, Recipient to) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (to.target().state() != null) {
            all.put("state", to.target().state());
        }
        return all;
    }

    private static Completed plain(Service service, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        @Nullable String issuer = service.settings().issuer();
        if (issuer != null && !service.settings().authorization().issSuppressed()) {
            all.put("iss", issuer);
        }
        return new Completed(all);
    }

    private Result secured(SecuredResponse response) {
        return response.fault().<Result>map(Impossible::new).orElseGet(() -> sealed(response));
    }

    private Result sealed(SecuredResponse response) {
        ClientJwts.Maker maker = new ClientJwts.Maker(
                response.service(),
                response.client(),
                KeyPurpose.AUTHORIZATION_RESPONSE,
                response.client().settings().authorizationResponse());
        return switch (jwts.make(maker, Members.NONE, response.claims(clock.now()))) {
            case JwtOutcome.Made(String jwt) -> new Completed(Map.of("response", jwt));
            case JwtOutcome.Impossible(String why) -> new Impossible(why);
        };
    }
}
