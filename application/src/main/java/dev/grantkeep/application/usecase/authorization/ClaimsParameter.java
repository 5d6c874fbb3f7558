package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.JsonText;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.openid.AskedClaims;
import dev.grantkeep.domain.openid.RequestedClaims;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameter {@code claims} (OpenID Connect Core section 5.5), with nulls as they are. What is not of
 * the form that the specification gives it is malformed: to overlook it would be to drop what it demands.
 */
final class ClaimsParameter {
    /** May stand several times, with other members (OpenID Connect for Identity Assurance). */
    private static final String VERIFIED_CLAIMS = "verified_claims";

    private ClaimsParameter() {}

    /** What the request asks for; empty if the parameter is malformed. */
    static Optional<AskedClaims> read(Parameters parameters) {
        try {
            return Optional.of(parameters
                    .value("claims")
                    .map(text -> asked(JsonText.readWithNulls(text)))
                    .orElse(AskedClaims.NONE));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static AskedClaims asked(Map<String, @Nullable Object> claims) {
        requireUsableNumbers(claims);
        Map<?, ?> idToken = object(claims.get("id_token"));
        @Nullable Object transformed = claims.get("transformed_claims");
        object(transformed);
        Claim acr = Claim.of(idToken.get("acr"));
        List<String> subjects = Claim.of(idToken.get("sub")).texts();
        return new AskedClaims(
                requested(idToken),
                requested(object(claims.get("userinfo"))),
                transformed == null ? null : JsonText.write(transformed),
                acr.texts(),
                acr.essential(),
                subjects.size() == 1 ? subjects.get(0) : null);
    }

    private static RequestedClaims requested(Map<?, ?> claims) {
        claims.forEach((name, claim) -> {
            if (!VERIFIED_CLAIMS.equals(name)) {
                Claim.of(claim);
            }
        });
        return claims.isEmpty()
                ? RequestedClaims.NONE
                : new RequestedClaims(
                        claims.keySet().stream().map(String::valueOf).toList(), JsonText.write(claims));
    }

    /** No reader could hold one that a double cannot tell from infinity (RFC 8259 section 6). */
    private static void requireUsableNumbers(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> members -> members.values().forEach(ClaimsParameter::requireUsableNumbers);
            case Collection<?> items -> items.forEach(ClaimsParameter::requireUsableNumbers);
            case Number number
            when Double.isInfinite(number.doubleValue()) -> throw new IllegalArgumentException("a number out of range");
            default -> {}
        }
    }

    /** Empty if there is none. */
    private static Map<?, ?> object(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw new IllegalArgumentException("not an object");
    }

    /**
     * What is asked of one claim (OpenID Connect Core section 5.5.1).
     *
     * @param values those of which it shall be one; none is any
     */
    private record Claim(boolean essential, List<?> values) {
        static Claim of(@Nullable Object claim) {
            Map<?, ?> members = object(claim);
            Object value = members.get("value");
            List<?> values = typed(members, "values", List.class, List.of());
            return new Claim(
                    typed(members, "essential", Boolean.class, false), value == null ? values : List.of(value));
        }

        private static <T> T typed(Map<?, ?> members, String name, Class<T> type, T absent) {
            Object value = members.get(name);
            if (value == null || type.isInstance(value)) {
                return value == null ? absent : type.cast(value);
            }
            throw new IllegalArgumentException(name + " is of another type");
        }

        List<String> texts() {
            return values.stream().map(Claim::text).toList();
        }

        private static String text(Object value) {
            if (value instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("not a text");
        }
    }
}
