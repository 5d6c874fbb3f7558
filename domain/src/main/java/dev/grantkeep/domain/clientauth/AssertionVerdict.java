package dev.grantkeep.domain.clientauth;

/** What an assertion is worth. */
public sealed interface AssertionVerdict {
    /** It authenticates its client if it is used for the first time. */
    record Accepted(AssertionUse use) implements AssertionVerdict {}

    record Refused(AssertionFault why) implements AssertionVerdict {}
}
