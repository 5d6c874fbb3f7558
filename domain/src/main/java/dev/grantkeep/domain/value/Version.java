package dev.grantkeep.domain.value;

/**
 * The number of an aggregate's state: 1 when it is first stored, one more with every write. Every write is a
 * compare-and-set on it.
 */
public record Version(long value) {
    public static final Version FIRST = new Version(1);

    public Version {
        if (value < 1) {
            throw new IllegalArgumentException("a version counts from 1: " + value);
        }
    }

    public Version next() {
        return new Version(value + 1);
    }
}
