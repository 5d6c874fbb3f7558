package dev.grantkeep.adapter.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private static final long SECOND = 1_000_000_000;

    private final List<String> lines = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(-SECOND);
    private final Complaints complaints = new Complaints(lines::add, nanos::get);

    @Test
    void oneLineIsWrittenEachSecondAndTheOthersAreCounted() {
        complaints.say("/auth/token", "the disk is full");
        complaints.say("/auth/token", "the disk is full");
        complaints.say("/auth/introspection", "the disk is full");
        nanos.addAndGet(SECOND);
        complaints.say("/auth/token", "the password is wrong");
        nanos.addAndGet(5 * SECOND);
        complaints.say("/auth/token", "the password is wrong");

        assertThat(lines)
                .containsExactly(
                        "/auth/token: the disk is full",
                        "/auth/token: the password is wrong (and 2 more before)",
                        "/auth/token: the password is wrong");
    }
}
