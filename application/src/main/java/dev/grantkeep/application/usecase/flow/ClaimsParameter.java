package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.authorization.AskedClaims;
import dev.grantkeep.domain.authorization.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameter {@code claims} (OpenID Connect Core section 5.5), as far as it restricts who may answer. */
final class ClaimsParameter {
    private static final List<String> PARTS = List.of("id_token", "userinfo", "transformed_claims");

    private ClaimsParameter() {}

    /** What the request asks for; empty if the parameter is malformed. */
    static Optional<AskedClaims> read(Parameters parameters) {
        Optional<String> text = parameters.value("claims");
        return text.isEmpty() ? Optional.of(AskedClaims.NONE) : read(text.get());
    }

    private static Optional<AskedClaims> read(String text) {
        try {
            Map<String, Object> claims = JsonText.read(text);
            return PARTS.stream().allMatch(part -> claims.getOrDefault(part, Map.of()) instanceof Map)
                    ? Optional.of(ofIdToken(object(claims, "id_token")))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static AskedClaims ofIdToken(Map<?, ?> claims) {
        Map<?, ?> acr = object(claims, "acr");
        return new AskedClaims(
                values(acr),
                Boolean.TRUE.equals(acr.get("essential")),
                object(claims, "sub").get("value") instanceof String subject ? subject : null);
    }

    private static List<String> values(Map<?, ?> claim) {
        if (claim.get("value") instanceof String value) {
            return List.of(value);
        }
        return claim.get("values") instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<?, ?> object(Map<?, ?> of, String name) {
        return of.get(name) instanceof Map<?, ?> part ? part : Map.of();
    }
}
