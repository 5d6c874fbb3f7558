package dev.grantkeep.adapter.rest.oauth;

import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ErrorPolicy;
import dev.grantkeep.domain.service.Service;
import java.util.function.BiFunction;

/**
 * The answers of one call whose outcome is an {@link Action}. They are all HTTP 200: the status for the client is in the
 * action.
 *
 * @param type the {@code type} member of the answers in 2.x
 */
public record Answers(Call call, String type) {
    /** The beginning of an answer. */
    public Members begin(Action action, ResultCode code, Object... args) {
        return code.addTo(Members.of(call.dialect(), type), args).name("action", action);
    }

    /** The beginning of an answer whose action is set later. */
    public Members begin(ResultCode code) {
        return code.addTo(Members.of(call.dialect(), type));
    }

    /** The beginning of an answer that carries an error of the protocol and whose action is set later. */
    public Members begin(OAuthError error) {
        return Members.of(call.dialect(), type).text("resultCode", error.code()).text("resultMessage", error.message());
    }

    /** The beginning of an answer that carries an error of the protocol, whose form is up to the caller. */
    public Members begin(Action action, OAuthError error) {
        return begin(error).name("action", action);
    }

    /** An error of the protocol as the JSON body for the client. */
    public Members error(Action action, OAuthError error, ErrorPolicy policy) {
        return begin(action, error).text("responseContent", error.json(policy));
    }

    /** The call itself was wrong, or the authorization server: that is no client's business. */
    public Members serverError(ResultCode code, ErrorPolicy policy) {
        return error(Action.INTERNAL_SERVER_ERROR, OAuthError.of("server_error", code), policy);
    }

    /** How a bad parameter of the call is answered, by a code whose pattern takes the message. */
    public Family serverErrors(ResultCode code) {
        return errors((message, policy) ->
                Reply.ok(error(Action.INTERNAL_SERVER_ERROR, OAuthError.about("server_error", code, message), policy)));
    }

    /** A family that words its refusals, as far as it is known, as the service wants its errors. */
    public static Family errors(BiFunction<String, ErrorPolicy, Reply> refusal) {
        return new Family() {
            @Override
            public Reply badRequest(String message) {
                return refusal.apply(message, ErrorPolicy.DEFAULT);
            }

            @Override
            public Reply badRequest(String message, Service service) {
                return refusal.apply(message, service.settings().errors());
            }
        };
    }

    public boolean isV3() {
        return call.dialect() == Dialect.V3;
    }

    /** A locked client ends the call with an HTTP error. */
    public Reply locked(ClientId client) {
        return CommonCodes.CLIENT_LOCKED.reply(call.path(), client);
    }
}
