package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.token.AuthorizationDetailsJson;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.token.TokenValue;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the client gets from the token endpoint (RFC 6749 section 5.1, RFC 9396 section 7). No property takes the place of
 * another member.
 *
 * @param access as the client gets it
 * @param expiresIn the seconds that the access token still lives; empty if it does not expire
 */
record TokenBody(
        Service service,
        TokenRecord record,
        String access,
        @Nullable TokenValue refresh,
        @Nullable IdToken idToken,
        OptionalLong expiresIn) {
    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenBody[]";
    }

    String json() {
        Members body = new Members().text("access_token", access).text("token_type", service.tokenType());
        expiresIn.ifPresent(seconds -> body.number("expires_in", seconds));
        body.text("refresh_token", refresh == null ? null : refresh.value())
                .text("scope", scope())
                .text("id_token", idToken == null ? null : idToken.jwt());
        record.properties().visible().forEach(property -> body.text(property.key(), property.value()));
        body.node("authorization_details", AuthorizationDetailsJson.ofAccessToken(record.details()));
        return Json.writeText(body.build());
    }

    /** RFC 6749 sections 3.3 and 5.1: empty where the client asked for some; nothing where nobody spoke of any. */
    private @Nullable String scope() {
        return record.scopes().isEmpty() && !record.details().scopesDenied()
                ? null
                : record.scopes().toString();
    }
}
