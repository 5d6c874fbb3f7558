package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.DetailsTrees;
import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.ExpiresIn;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a successful authorization response (RFC 6749 sections 4.1.2 and 4.2.2, OpenID Connect Core section 3.3.2.5). */
final class IssuedParameters {
    /** Parameters of every authorization response; a property of such a name stays away. */
    private static final Set<String> OF_THE_RESPONSE = Set.of("code", "id_token", "state", "iss");

    private IssuedParameters() {}

    static Map<String, String> of(
            Service service, @Nullable TokenValue code, @Nullable IssuedToken token, @Nullable IdToken idToken) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (code != null) {
            parameters.put("code", code.value());
        }
        if (token != null) {
            addToken(parameters, service, token);
        }
        if (idToken != null) {
            parameters.put("id_token", idToken.jwt());
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
        List<Map<String, Object>> details =
                DetailsTrees.forClient(record.details().targets().detailsOfAccessToken()).stream()
                        .map(Members::tree)
                        .toList();
        if (!details.isEmpty()) {
            to.put("authorization_details", JsonText.write(details));
        }
    }
}
