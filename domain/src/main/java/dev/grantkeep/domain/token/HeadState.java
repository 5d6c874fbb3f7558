package dev.grantkeep.domain.token;

import dev.grantkeep.domain.common.Generation;
import dev.grantkeep.domain.grant.Rewrite;

/** What a token needs to know of its grant head. */
public record HeadState(Generation generation, Rewrite rewrite) {}
