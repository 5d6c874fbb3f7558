package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.FormPostPage;
import dev.grantkeep.adapter.rest.page.Page;
import dev.grantkeep.adapter.rest.page.Pages;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers as people see them in their browser: what is wrong, and what they can do. */
final class ToPeople implements Voice {
    private static final String TRY_AGAIN = "Go back to the application that sent you here, and try again in a moment.";
    private static final String TELL_THEM =
            "Nothing was changed. Go back to the application that sent you here; if this happens again, tell its makers"
                    + " what stands below.";

    private final Pages pages;

    ToPeople(Pages pages) {
        this.pages = pages;
    }

    /** The body of an error of the protocol. */
    static String error(String error, String description) {
        return Json.writeText(Outcome.error(error, description).build());
    }

    /** An error that no client may be sent, for nobody knows whether it is the right one. */
    MutableHttpResponse<byte[]> failed(HttpStatus status, Outcome outcome) {
        JsonNode error = Json.read(outcome.content());
        return page(
                status,
                "This request for access cannot be answered",
                TELL_THEM,
                Outcome.text(error, "error"),
                Outcome.text(error, "error_description"));
    }

    /** The page that sends itself on to the client. */
    MutableHttpResponse<byte[]> formPost(String html) {
        return Page.of(HttpStatus.OK, html, "default-src 'none'; script-src " + FormPostPage.SCRIPT_HASH);
    }

    @Override
    public MutableHttpResponse<byte[]> refusal(Refusal refusal) {
        return page(
                HttpStatus.valueOf(refusal.status()),
                "This request for access cannot be answered",
                TELL_THEM,
                refusal.error(),
                refusal.description());
    }

    @Override
    public MutableHttpResponse<byte[]> failure(Reply reply) {
        return switch (reply.status()) {
            case 404 -> page(HttpStatus.NOT_FOUND, "There is no such page", TELL_THEM, null, null);
            case 403 ->
                page(
                        HttpStatus.BAD_REQUEST,
                        "The application is locked",
                        TELL_THEM,
                        "unauthorized_client",
                        "The client is locked.");
            case 503 ->
                page(HttpStatus.SERVICE_UNAVAILABLE, "This takes too long", TRY_AGAIN, "temporarily_unavailable", null)
                        .header("Retry-After", "1");
            default -> page(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong", TRY_AGAIN, "server_error", null);
        };
    }

    private MutableHttpResponse<byte[]> page(
            HttpStatus status, String title, String advice, @Nullable String error, @Nullable String description) {
        return pages.render(
                status,
                "front/failure",
                Map.of(
                        "title",
                        title,
                        "advice",
                        advice,
                        "error",
                        Objects.requireNonNullElse(error, ""),
                        "description",
                        Objects.requireNonNullElse(description, "")));
    }
}
