package dev.grantkeep.application.port.out;

import dev.grantkeep.domain.flow.AuthorizationCode;
import dev.grantkeep.domain.token.HeadState;
import org.jspecify.annotations.Nullable;

/**
 * An authorization code beside its grant head.
 *
 * @param head absent if the head is gone
 */
public record CodeInContext(
        AuthorizationCode code, @Nullable HeadState head) {
    /** Whether the grant still holds what the code was given by it. */
    public boolean stands() {
        return head != null
                && code.standing().grant() != null
                && head.generation().equals(code.standing().grant().generation());
    }
}
