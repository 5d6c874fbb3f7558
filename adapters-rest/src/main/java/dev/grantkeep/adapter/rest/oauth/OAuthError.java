package dev.grantkeep.adapter.rest.oauth;

import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.domain.service.ErrorPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error of the protocol (RFC 6749 sections 4.1.2.1 and 5.2).
 *
 * @param error the error code of the protocol, as {@code invalid_grant}
 * @param code the result code that the error is explained under
 * @param message the result message
 * @param description what the client is told; the message unless the authorization server has words of its own. What
 *     the protocol does not allow in it (RFC 6749 section 4.1.2.1: {@code "}, {@code \}, line ends, all but ASCII) is
 *     percent-encoded
 * @param uri of a page about the error
 */
public record OAuthError(String error, String code, String message, String description, String uri) {
    private static final String EXPLAINED_AT = "https://docs.authlete.com/#";

    public OAuthError {
        description = Shown.printable(description);
    }

    public static OAuthError of(String error, ResultCode code) {
        return about(error, code, null);
    }

    /**
     * @param detail what the error is about, as it came; shown if the code's pattern has a place for it
     */
    public static OAuthError about(String error, ResultCode code, @Nullable String detail) {
        String message = code.message(detail == null ? "" : Shown.excerpt(detail));
        return new OAuthError(error, code.code(), message, message, EXPLAINED_AT + code.code());
    }

    /** The same error in the authorization server's own words. */
    public OAuthError described(String ownWords) {
        return new OAuthError(error, code, message, ownWords, uri);
    }

    /** The same error, explained on another page. */
    public OAuthError explainedAt(String page) {
        return new OAuthError(error, code, message, description, page);
    }

    /** The members that the service wants its clients to be told. */
    public Map<String, String> members(ErrorPolicy policy) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", error);
        if (!policy.descriptionOmitted()) {
            members.put("error_description", description);
        }
        if (!policy.uriOmitted()) {
            members.put("error_uri", uri);
        }
        return members;
    }

    /** The error as the text of a JSON body. */
    public String json(ErrorPolicy policy) {
        Members json = new Members();
        members(policy).forEach(json::text);
        return Json.writeText(json.build());
    }
}
