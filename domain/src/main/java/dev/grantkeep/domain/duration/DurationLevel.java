package dev.grantkeep.domain.duration;

/** Where a duration can be set, from the least specific to the most. */
public enum DurationLevel {
    BUILT_IN,
    SERVICE,
    SCOPE,
    CLIENT,
    REQUEST
}
