package dev.grantkeep.domain.value;

/**
 * A fresh random 64-bit value, compared only for equality and never reused. What carries another generation than its
 * head is dead, so a head that was removed and made again can never revive an old token.
 */
public record Generation(long value) {}
