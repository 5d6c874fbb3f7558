package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ResponseType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a response goes back (OAuth 2.0 Multiple Response Type Encoding Practices, section 2.1; JARM section 2.3). */
final class ResponseModes {
    /** Short for the way that is usual for the response type, as one JWT (JARM section 2.3.4). */
    private static final String JWT = "jwt";

    private ResponseModes() {}

    /**
     * The mode, or another by which an error can go back.
     *
     * @param refusal why the asked one cannot be used; null if it can
     */
    record Choice(ResponseMode mode, @Nullable AuthorizationRefusal refusal) {}

    static Choice choose(Parameters parameters, ResponseType type, Client client) {
        ResponseMode standard = standard(type);
        return asked(parameters)
                .map(name -> named(name, standard)
                        .map(mode -> checked(mode, standard, client))
                        .orElse(new Choice(standard, AuthorizationRefusal.RESPONSE_MODE_INVALID)))
                .orElse(new Choice(standard, null));
    }

    /** For an error that says that the response type is none. */
    static ResponseMode ofNoType(Parameters parameters, Client client) {
        return asked(parameters)
                .flatMap(name -> named(name, ResponseMode.QUERY))
                .filter(mode -> mode.isJwt() && client.settings().signsAuthorizationResponses())
                .orElse(ResponseMode.QUERY);
    }

    /** Whether the client may have its responses so: some name the modes that they take. */
    static boolean isAllowed(ResponseMode mode, ResponseType type, Client client) {
        List<String> allowed = client.settings().requests().responseModes();
        return allowed.isEmpty()
                || allowed.contains(mode.wireName())
                || (allowed.contains(JWT) && mode == standard(type).asJwt());
    }

    private static Optional<String> asked(Parameters parameters) {
        return parameters.value("response_mode").filter(name -> !parameters.isRepeated("response_mode"));
    }

    private static ResponseMode standard(ResponseType type) {
        return type.includesToken() || type.includesIdToken() ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
    }

    private static Optional<ResponseMode> named(String asked, ResponseMode standard) {
        return asked.equals(JWT) ? Optional.of(standard.asJwt()) : ResponseMode.ofWireName(asked);
    }

    /** What carries a token must not be in a query, where servers log it, unless nobody else can read it. */
    private static Choice checked(ResponseMode mode, ResponseMode standard, Client client) {
        if (mode.isJwt() && !client.settings().signsAuthorizationResponses()) {
            return new Choice(standard, AuthorizationRefusal.RESPONSE_NOT_SIGNED);
        }
        boolean readable = mode == ResponseMode.QUERY
                || (mode == ResponseMode.QUERY_JWT
                        && !client.settings().authorizationResponse().isEncrypted());
        return readable && standard == ResponseMode.FRAGMENT
                ? new Choice(mode.isJwt() ? standard.asJwt() : standard, AuthorizationRefusal.RESPONSE_MODE_INVALID)
                : new Choice(mode, null);
    }
}
