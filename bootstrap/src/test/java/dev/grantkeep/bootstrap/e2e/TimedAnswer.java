package dev.grantkeep.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;

/** An answer, and how long it took. */
record TimedAnswer(Answer answer, Duration took) {
    /** Whatever the database does. */
    static final Duration MOST = Duration.ofSeconds(10);

    static TimedAnswer of(Supplier<Answer> call) {
        long start = System.nanoTime();
        Answer answer = call.get();
        return new TimedAnswer(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    boolean isGood() {
        return answer.status() == 200;
    }

    /** 200, or 503 with the envelope; in time. */
    TimedAnswer bounded() {
        assertThat(took).as(answer.text()).isLessThan(MOST);
        if (!isGood()) {
            answer.refused(503);
        }
        return this;
    }
}
