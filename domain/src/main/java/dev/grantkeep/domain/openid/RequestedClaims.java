package dev.grantkeep.domain.openid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims that a request wants at one place, one by one (OpenID Connect Core section 5.5).
 *
 * @param names in their order, with their language tags
 * @param json the JSON text of the object that has these names; null if there is none
 */
public record RequestedClaims(List<String> names, @Nullable String json) {
    public static final RequestedClaims NONE = new RequestedClaims(List.of(), null);

    public RequestedClaims {
        names = List.copyOf(names);
    }
}
