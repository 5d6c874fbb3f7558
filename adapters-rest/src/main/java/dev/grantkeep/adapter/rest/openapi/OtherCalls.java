package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.AppsCodes;
import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.openapi.Operation.Caller;
import java.util.List;

/** Calls of Grantkeep's own, and those that need no credentials. */
final class OtherCalls {
    private static final Group MISC = new Group("002");

    private OtherCalls() {}

    static List<Operation> all() {
        return List.of(
                Operation.of(
                                "POST",
                                "selfServiceToken",
                                "/self_service/token",
                                "Make a link to the pages on which a user sees the applications that she let in")
                        .takes("SelfServiceTokenRequest", Fields.SUBJECT.always())
                        .answers(Answer.actions(
                                "selfServiceTokenResponse",
                                List.of(Action.OK, Action.BAD_REQUEST),
                                Field.of("link", Schema.uri("Where the pages are; it opens them once.")),
                                Field.of("expiresAt", Schema.instant("When the link expires."))))
                        .codes(AppsCodes.OFFERED, AppsCodes.CALL_INVALID, AppsCodes.NO_FRONT, AppsCodes.NO_ISSUER),
                Operation.shared("GET", "miscEcho", "/api/misc/echo", "Answer with the parameters of the query")
                        .by(Caller.ANYBODY)
                        .asks(Field.of(
                                "parameters",
                                Schema.of("object")
                                        .with(
                                                "additionalProperties",
                                                Schema.of("string").tree())
                                        .describedAs("Any parameters.")))
                        .answers(Answer.entity("Echo"))
                        .refusedBy(MISC),
                Operation.shared(
                                "GET",
                                "lifecycleHealthcheck",
                                "/api/lifecycle/healthcheck",
                                "Say that the process answers; whether the store does is what /health says")
                        .by(Caller.ANYBODY)
                        .answers(Answer.entity("Status"))
                        .answers(Answer.plain("PlainStatus", "The answer."))
                        .refusedBy(MISC));
    }
}
