package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.openid.UserAuthentication;
import dev.grantkeep.domain.token.TokenValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads parameters that several calls about tokens share. Each throws {@link BadRequest} on a wrong value. */
public final class TokenParams {
    private TokenParams() {}

    /** A token value that the caller chose; null if it chose none. */
    public static @Nullable TokenValue chosen(Params params, String name) {
        String text = params.text(name);
        return text == null ? null : Params.checked(name, () -> new TokenValue(text));
    }

    /** {@code acr}, {@code authTime} and {@code sessionId}. */
    public static UserAuthentication authentication(Params params) {
        return new UserAuthentication(params.text("acr"), authTime(params), params.text("sessionId"));
    }

    /** In seconds since the epoch; null if it is absent or 0. */
    private static @Nullable Long authTime(Params params) {
        long seconds = params.number("authTime");
        if (seconds < 0) {
            throw new BadRequest("The value of 'authTime' must not be negative.");
        }
        return seconds == 0 ? null : seconds;
    }

    /** {@code resources}: absolute URIs without a fragment (RFC 8707 section 2). */
    public static List<String> resources(Params params) {
        List<String> resources = params.words("resources");
        if (resources == null) {
            return List.of();
        }
        if (!resources.stream().allMatch(TokenParams::isResource)) {
            throw new BadRequest("A value of 'resources' is not an absolute URI without a fragment.");
        }
        return resources;
    }

    private static boolean isResource(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
