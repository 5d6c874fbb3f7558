package dev.grantkeep.domain.token;

import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.Rewrite;
import dev.grantkeep.domain.value.Generation;

/**
 * What a token or code needs to know of its grant head.
 *
 * @param generation what a token has to carry to be alive
 * @param codeGeneration what a code has to carry
 */
public record HeadState(Generation generation, Generation codeGeneration, Rewrite rewrite) {
    public static HeadState of(GrantHead head) {
        return new HeadState(head.generation(), head.codeGeneration(), head.rewrite());
    }
}
