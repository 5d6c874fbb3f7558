package dev.grantkeep.adapter.rest.openapi;

import java.util.Map;

/** Why an answer has a status of 400 or above, and the headers that come with it. */
final class Reasons {
    private Reasons() {}

    static String of(int status) {
        return switch (status) {
            case 400 -> "The request is malformed, or a parameter is not valid.";
            case 401 -> "There are no credentials, or they are wrong.";
            case 403 -> "The credentials do not give access to this, or the client is locked.";
            case 404 -> "There is no such thing.";
            case 406 -> "The answer is of a type that the request does not accept.";
            case 408 -> "The request did not arrive in time.";
            case 413 -> "The body is too large.";
            case 415 -> "The content type is neither JSON nor a form.";
            case 503 -> "Nothing was done, or it is not known whether it was: try again.";
            default -> "Something is wrong with the server.";
        };
    }

    static Map<String, Object> headers(int status) {
        return switch (status) {
            case 401 -> Map.of("WWW-Authenticate", header("How to authenticate (RFC 9110 section 11.6.1).", "string"));
            case 503 -> Map.of("Retry-After", header("When to try again, in seconds.", "integer"));
            default -> Map.of();
        };
    }

    private static Map<String, Object> header(String description, String type) {
        return Map.of("description", description, "schema", Map.of("type", type));
    }
}
