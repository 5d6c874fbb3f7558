package dev.grantkeep.bootstrap;

import dev.grantkeep.bootstrap.start.StartupRefused;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/**
 * How many requests are worked on and wait, and for how long.
 *
 * @param workers how many are worked on at once
 * @param queueSize how many wait for a worker; one more is refused at once
 * @param queueTimeout how long one waits for a worker
 * @param answerTimeout from when a request came until it is answered, whatever the store does
 */
@ConfigurationProperties("grantkeep")
record WorkerSettings(int workers, int queueSize, Duration queueTimeout, Duration answerTimeout) {
    WorkerSettings {
        if (workers < 1 || queueSize < 0) {
            throw new StartupRefused("grantkeep.workers is at least 1, and grantkeep.queue-size not negative.");
        }
        if (queueTimeout.isNegative() || answerTimeout.compareTo(queueTimeout) <= 0) {
            throw new StartupRefused("grantkeep.answer-timeout is longer than grantkeep.queue-timeout.");
        }
    }

    WorkerSettings withWorkers(int others) {
        return new WorkerSettings(others, queueSize, queueTimeout, answerTimeout);
    }
}
