package dev.grantkeep.domain.service;

/** The number of a service: the API key of 2.x and the serviceId of 3.0. Positive. */
public record ServiceId(long value) {
    public ServiceId {
        if (value < 1) {
            throw new IllegalArgumentException("a service id is positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
