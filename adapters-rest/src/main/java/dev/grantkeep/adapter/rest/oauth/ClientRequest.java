package dev.grantkeep.adapter.rest.oauth;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Form;
import dev.grantkeep.domain.authorization.Parameters;
import java.util.Optional;

/** Reads the request that a client made, as the authorization server passes it on: a form body or a query. */
public final class ClientRequest {
    private ClientRequest() {}

    /** Its parameters; empty if the text is malformed, which is the client's fault, not the caller's. */
    public static Optional<Parameters> parse(String text) {
        try {
            return Optional.of(new Parameters(Form.parse(text)));
        } catch (BadRequest malformed) {
            return Optional.empty();
        }
    }
}
