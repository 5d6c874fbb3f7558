package dev.grantkeep.adapter.rest.auth;

import dev.grantkeep.adapter.rest.error.ApiFailure;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.message.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the caller presents in the Authorization header. */
sealed interface Credentials {
    /** What must be right. */
    String secret();

    /** RFC 7617. */
    record Basic(String user, String password) implements Credentials {
        @Override
        public String secret() {
            return password;
        }

        @Override
        public String toString() {
            return "Basic[hidden]";
        }
    }

    /**
     * RFC 6750; or RFC 9449, whose proof is not looked at: no token of a caller is bound to a key.
     */
    record Bearer(String token) implements Credentials {
        @Override
        public String secret() {
            return token;
        }

        @Override
        public String toString() {
            return "Bearer[hidden]";
        }
    }

    /**
     * @throws ApiFailure if the header is missing or malformed
     */
    static Credentials of(Call call) {
        List<String> headers = call.headers("Authorization");
        if (headers.isEmpty()) {
            throw new ApiFailure(CommonCodes.HEADER_MISSING.reply(call.path()));
        }
        if (headers.size() > 1) {
            throw malformed(call);
        }
        return parse(headers.get(0), call);
    }

    private static Credentials parse(String header, Call call) {
        int space = header.indexOf(' ');
        String value = space < 0 ? "" : header.substring(space + 1).strip();
        if (value.isEmpty()) {
            throw malformed(call);
        }
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return basic(value, call);
        }
        if (Call.hasToken(header)) {
            return new Bearer(value);
        }
        throw malformed(call);
    }

    private static Basic basic(String encoded, Call call) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(call);
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw malformed(call);
        }
        return new Basic(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private static ApiFailure malformed(Call call) {
        return new ApiFailure(CommonCodes.HEADER_MALFORMED.reply(call.path()));
    }
}
