package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.token.AuthorizationDetailsJson;
import dev.grantkeep.adapter.rest.token.ExpiresIn;
import dev.grantkeep.application.port.in.authorization.IssueAuthorization;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.TokenRecord;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of a successful authorization response (RFC 6749 sections 4.1.2 and 4.2.2, OpenID Connect Core section 3.3.2.5). */
final class IssuedParameters {
    /** Parameters of every authorization response; a property of such a name stays away. */
    private static final Set<String> OF_THE_RESPONSE = Set.of("code", "id_token", "state", "iss");

    private IssuedParameters() {}

    static Map<String, String> of(Service service, IssueAuthorization.Issued issued) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (issued.code() != null) {
            parameters.put("code", issued.code().value());
        }
        if (issued.token() != null) {
            addToken(parameters, service, issued.token());
        }
        if (issued.idToken() != null) {
            parameters.put("id_token", issued.idToken().jwt());
        }
        return parameters;
    }

    /** {@code scope} is there even if it is empty. Authorization details are as in RFC 9396 section 7. */
    private static void addToken(Map<String, String> to, Service service, IssuedToken token) {
        TokenRecord record = token.record();
        to.put("access_token", token.accessForClient());
        to.put("token_type", service.tokenType());
        ExpiresIn.ofAccess(record).ifPresent(seconds -> to.put("expires_in", Long.toString(seconds)));
        to.put("scope", record.scopes().toString());
        record.properties()
                .visible()
                .filter(property -> !OF_THE_RESPONSE.contains(property.key()))
                .forEach(property -> to.put(property.key(), property.value()));
        JsonNode details = AuthorizationDetailsJson.ofAccessToken(record.details());
        if (details != null) {
            to.put("authorization_details", Json.writeText(details));
        }
    }
}
