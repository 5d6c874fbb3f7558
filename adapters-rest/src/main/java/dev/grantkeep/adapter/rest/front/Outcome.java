package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import io.micronaut.json.tree.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the API tells a front end to do.
 *
 * @param content its {@code responseContent}; empty if there is none
 * @param ticket of the decision that a page has to take
 */
record Outcome(Action action, String content, @Nullable String ticket) {
    /**
     * @param reply an answer of HTTP 200
     */
    static Outcome of(Reply reply) {
        JsonNode body = Objects.requireNonNull(reply.body());
        return new Outcome(
                Action.valueOf(Objects.requireNonNull(text(body, "action"))),
                Objects.requireNonNullElse(text(body, "responseContent"), ""),
                text(body, "ticket"));
    }

    /** A text of an answer; null if there is none. */
    static @Nullable String text(JsonNode body, String name) {
        JsonNode member = body.get(name);
        return member == null ? null : member.getStringValue();
    }

    /** An error of the protocol as JSON. */
    static Members error(String error, String description) {
        return new Members().text("error", error).text("error_description", description);
    }

    @Override
    public String toString() {
        return "Outcome[" + action + "]";
    }
}
