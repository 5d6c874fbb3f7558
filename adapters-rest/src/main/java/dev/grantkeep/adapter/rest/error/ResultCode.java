package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;

/**
 * A result code with its HTTP status and message. The third digit from the right says whose fault it is: 0 nobody's, 1
 * Grantkeep's, 2 the caller's, 3 the client application's.
 *
 * @param code the letter A and six digits
 * @param status the HTTP status when an envelope alone is the answer
 * @param pattern the message without the code, as for {@link String#format}
 */
public record ResultCode(String code, int status, String pattern) {
    /** The message, which always begins with the code in brackets. */
    public String message(Object... args) {
        return "[" + code + "] " + (args.length == 0 ? pattern : String.format(pattern, args));
    }

    /** The members {@code resultCode} and {@code resultMessage}. */
    public Members addTo(Members members, Object... args) {
        return members.text("resultCode", code).text("resultMessage", message(args));
    }

    /** The envelope, which is the whole answer. */
    public Reply reply(Object... args) {
        return new Reply(status, addTo(new Members(), args).build());
    }
}
