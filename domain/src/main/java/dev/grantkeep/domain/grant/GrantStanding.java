package dev.grantkeep.domain.grant;

import dev.grantkeep.domain.value.Generation;

/**
 * The head's numbers as they were when the user's authorization was given. Codes and tokens carry them.
 *
 * @param generation that of the head's tokens in a token, that of its codes in a code
 * @param rewriteNumber 0 when the scopes had never been rewritten
 */
public record GrantStanding(Generation generation, int rewriteNumber) {}
