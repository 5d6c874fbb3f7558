package dev.grantkeep.domain.client;

/** The number of a client, unique over all services. Positive, never used again. */
public record ClientId(long value) implements Comparable<ClientId> {
    public ClientId {
        if (value < 1) {
            throw new IllegalArgumentException("a client id is positive: " + value);
        }
    }

    @Override
    public int compareTo(ClientId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
