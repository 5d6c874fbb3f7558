package dev.grantkeep.application.port;

import java.time.Instant;

/** The time. Every instant is whole milliseconds, because that is what all stores keep. */
public interface Clock {
    Instant now();
}
