package dev.grantkeep.domain.token;

import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.value.Generation;
import org.jspecify.annotations.Nullable;

/**
 * What the life of a token or code depends on beside itself, as it was when the authorization was given.
 *
 * @param client the client's generation
 * @param grant the grant head's numbers; absent for a token without a subject
 */
public record Standing(Generation client, @Nullable GrantStanding grant) {
    Standing rewrittenAt(int number) {
        return grant == null ? this : new Standing(client, new GrantStanding(grant.generation(), number));
    }
}
