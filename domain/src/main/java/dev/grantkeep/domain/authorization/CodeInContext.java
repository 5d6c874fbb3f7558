package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.value.Generation;
import java.util.Objects;
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
                && head.codeGeneration().equals(code.standing().grant().generation());
    }

    /** The scopes that the code can give: the grant's rewritten ones if they are newer, else its own. */
    public ScopeSet scopes() {
        GrantStanding given = code.standing().grant();
        return head == null || given == null
                ? code.scopes()
                : head.rewrite().effective(given.rewriteNumber(), code.scopes());
    }

    /** The generation that the code carries: what is made of it counts while the grant's codes have the same. */
    public Generation generation() {
        return Objects.requireNonNull(code.standing().grant(), "a code has a grant")
                .generation();
    }
}
