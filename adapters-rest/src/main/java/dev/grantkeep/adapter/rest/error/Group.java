package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.domain.client.ClientIdentifier;

/**
 * A family of endpoints that answer failures with a status and the envelope.
 *
 * @param digits the three digits after the letter in its result codes
 */
public record Group(String digits) implements Family {
    @Override
    public Reply badRequest(String message) {
        return badParameter().reply(message);
    }

    public ResultCode badParameter() {
        return new ResultCode(code("201"), 400, "%s");
    }

    public Reply clientUnknown(String client) {
        return clientUnknown().reply(client);
    }

    public ResultCode clientUnknown() {
        return new ResultCode(code("202"), 404, "The client (ID = %s) does not exist.");
    }

    public Reply clientOfAnotherService(String client) {
        return clientOfAnotherService().reply(client);
    }

    public ResultCode clientOfAnotherService() {
        return new ResultCode(code("203"), 403, "The client (ID = %s) belongs to another service.");
    }

    /** Whatever a call about a client was refused for. */
    public Reply refused(ClientRefusal why, ClientIdentifier client, String path) {
        return switch (why) {
            case UNKNOWN -> clientUnknown(client.value());
            case OF_ANOTHER_SERVICE -> clientOfAnotherService(client.value());
            case LOCKED -> CommonCodes.CLIENT_LOCKED.reply(path, client.value());
        };
    }

    /** A refusal of this family by its own serial, from 210 on. */
    public Reply refused(int serial, int status, String message) {
        return new ResultCode(code(Integer.toString(serial)), status, "%s").reply(message);
    }

    private String code(String classAndSerial) {
        return "A" + digits + classAndSerial;
    }
}
