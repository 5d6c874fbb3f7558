package dev.grantkeep.domain.userinfo;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.ClaimNames;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenInContext;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of its user (OpenID Connect Core section 5.3.2).
 *
 * @param seen the token that the client presented; it has a subject
 * @param sub what the client is to know the user by; null is what it was told when the token was issued
 * @param claims of the user; what the protocol has is written over those of such a name. None is what was told at the
 *     login, as far as the token opens it
 */
public record UserInfo(
        Service service,
        Client client,
        TokenInContext seen,
        @Nullable String sub,
        Members claims) {
    /** How long it counts as a JWT. */
    static final Duration LIFE = Duration.ofDays(1);

    /** As plain JSON: the user's claims and {@code sub}, and nothing of a token's. */
    public Members plain() {
        Map<String, @Nullable Object> content =
                new LinkedHashMap<>(claims.tree().isEmpty() ? told() : claims.tree());
        Stream.of("iss", "aud", "iat", "exp").forEach(content::remove);
        content.put("sub", name());
        return Members.of(content);
    }

    /** As the claims of a JWT. */
    public Members ofJwt(Instant now) {
        return plain().with("iss", service.settings().issuer())
                .with("aud", List.of(client.nameFor(seen.token().details().namedBy())))
                .with("iat", now.getEpochSecond())
                .with("exp", now.plus(LIFE).getEpochSecond());
    }

    private Map<String, Object> told() {
        Identity identity = seen.token().details().identity();
        List<String> opened =
                ClaimNames.forUserInfo(seen.scopes(), identity.userInfo().names());
        Map<String, Object> told = new LinkedHashMap<>(identity.told().tree());
        told.keySet().removeIf(name -> !opened.contains(name) && !opened.contains(withoutLanguage(name)));
        return told;
    }

    /** Whoever asks for a claim may be told it in several languages (section 5.2). */
    private static String withoutLanguage(String name) {
        int hash = name.indexOf('#');
        return hash < 0 ? name : name.substring(0, hash);
    }

    private String name() {
        TokenRecord token = seen.token();
        Subject subject = Objects.requireNonNull(token.subject(), "a token with userinfo has a subject");
        return Stream.of(sub, token.details().identity().sub())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(subject.value());
    }
}
