package dev.grantkeep.adapter.rest.authorization;

import dev.grantkeep.adapter.rest.error.DecisionCodes;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.AuthorizationResponse;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.application.port.in.authorization.CompleteResponse;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import jakarta.inject.Singleton;
import java.util.Map;

/** Sends authorization responses to clients. */
@Singleton
final class AuthorizationResponder {
    private final CompleteResponse completeResponse;

    AuthorizationResponder(CompleteResponse completeResponse) {
        this.completeResponse = completeResponse;
    }

    /** The answer that sends an error. */
    Reply error(Service service, Recipient to, OAuthError error, Answers answers) {
        ErrorPolicy errors = service.settings().errors();
        return switch (completeResponse.handle(new CompleteResponse.Command(service, to, error.members(errors)))) {
            case CompleteResponse.Completed completed ->
                Reply.ok(respond(answers.begin(error), to.target(), completed.parameters()));
            case CompleteResponse.Impossible(String why) -> impossible(why, answers, errors);
        };
    }

    /** The answer where the response cannot be made as the client wants it: nothing is sent instead. */
    static Reply impossible(String why, Answers answers, ErrorPolicy errors) {
        return Reply.ok(answers.error(
                Action.INTERNAL_SERVER_ERROR,
                OAuthError.about("server_error", DecisionCodes.RESPONSE_IMPOSSIBLE, why),
                errors));
    }

    /**
     * Sets {@code action} and {@code responseContent}.
     *
     * @param response all that is to be sent
     */
    static Members respond(Members to, ResponseTarget target, Map<String, String> response) {
        AuthorizationResponse made = AuthorizationResponse.of(target, response);
        return to.name("action", made.form() ? Action.FORM : Action.LOCATION).text("responseContent", made.content());
    }
}
