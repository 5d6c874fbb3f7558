package dev.grantkeep.domain.device;

import dev.grantkeep.domain.device.DeviceDecision.Authorized;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device's authorization beside its grant head.
 *
 * @param head absent if the head is gone, or it is not known yet whose it is
 */
public record DeviceInContext(
        DeviceAuthorization authorization, @Nullable HeadState head) {
    /** Whether the grant still holds what was given by it. */
    boolean stands(Authorized given) {
        return head != null && head.codeGeneration().equals(standing(given).generation());
    }

    /** The scopes that it can give: the grant's rewritten ones if they are newer, else its own. */
    ScopeSet scopes(Authorized given) {
        return head == null
                ? given.scopes()
                : head.rewrite().effective(standing(given).rewriteNumber(), given.scopes());
    }

    static GrantStanding standing(Authorized given) {
        return Objects.requireNonNull(given.standing().grant(), "an authorization has a grant");
    }
}
