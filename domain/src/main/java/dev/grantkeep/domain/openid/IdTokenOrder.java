package dev.grantkeep.domain.openid;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.key.SignatureAlgorithm;
import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ID token to be made (OpenID Connect Core section 2).
 *
 * @param namedBy how the request named its client: so does {@code aud}
 * @param subject who logged in
 * @param sub what the client knows the subject by, if that is another name
 * @param scopes of the authorization: they may set how long the token lives
 * @param login of the request, if there is one that is still to be answered
 */
public record IdTokenOrder(
        Service service,
        Client client,
        NamedBy namedBy,
        Subject subject,
        @Nullable String sub,
        ScopeSet scopes,
        UserAuthentication user,
        Login login,
        IdTokenContent content) {

    /**
     * What goes to the client beside the ID token, and is bound to it by hashes (OpenID Connect Core section 3.3.2.11).
     *
     * @param access the access token as the client sees it
     * @param state of the request
     */
    public record Beside(
            @Nullable String access,
            @Nullable String code,
            @Nullable String state) {
        public static final Beside NOTHING = new Beside(null, null, null);

        /** Without what they are. */
        @Override
        public String toString() {
            return "Beside[]";
        }
    }

    /** How long the token lives, by what the service, the scopes and the client set. */
    public DurationDecision duration() {
        return client.lifetime(TokenKind.ID_TOKEN, Durations.UNSET, scopes, service);
    }

    /**
     * The claims: those that were given, and over them those of the protocol, which nobody else may say.
     *
     * @param algorithm of the signature; null for a token without one, which has no hashes
     */
    public Members claims(
            @Nullable SignatureAlgorithm algorithm, Beside beside, DurationDecision duration, Instant now) {
        Map<String, @Nullable Object> claims =
                new LinkedHashMap<>(content.claims().tree());
        claims.put("iss", service.settings().issuer());
        claims.put("sub", sub == null ? subject.value() : sub);
        claims.put("aud", audience());
        claims.put("exp", duration.duration().expiryFrom(now).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("nonce", login.nonce());
        putIf(claims, "auth_time", user.authTime());
        putIf(claims, "acr", user.acr());
        claims.put("sid", service.settings().openId().tellsSession() ? user.sessionId() : null);
        claims.put("at_hash", hash(algorithm, beside.access()));
        claims.put("c_hash", hash(algorithm, beside.code()));
        claims.put("s_hash", hash(algorithm, beside.state()));
        return Members.of(claims);
    }

    private static void putIf(Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private static @Nullable String hash(@Nullable SignatureAlgorithm algorithm, @Nullable String value) {
        return algorithm == null || value == null ? null : algorithm.halfHash(value);
    }

    private Object audience() {
        AudienceForm form =
                content.audience() == null ? service.settings().openId().audience() : content.audience();
        String name = client.nameFor(namedBy);
        return form == AudienceForm.STRING ? name : List.of(name);
    }
}
