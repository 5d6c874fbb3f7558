package dev.grantkeep.adapter.sql.jdbc;

import static com.zaxxer.hikari.SQLExceptionOverride.Override.CONTINUE_EVICT;
import static com.zaxxer.hikari.SQLExceptionOverride.Override.MUST_EVICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeadConnectionsTest {
    private final AtomicInteger replaced = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final DeadConnections dead = new DeadConnections(Duration.ofSeconds(5), nanos::get);

    @BeforeEach
    void replace() {
        dead.replaceBy(replaced::incrementAndGet);
    }

    @Test
    void oneThatDiesTakesTheOthersWithItOnce() {
        assertThat(dead.adjudicate(new SQLException("lost", "08006"))).isEqualTo(CONTINUE_EVICT);
        dead.adjudicate(new SQLException("lost too", "08006"));
        assertThat(replaced).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        dead.adjudicate(new SQLException("lost again", "08006"));
        assertThat(replaced).hasValue(2);
    }

    @Test
    void oneThatTheOtherSideHasEndedTakesTheOthersWithItEachTime() {
        dead.adjudicate(lost(new EOFException()));
        dead.adjudicate(lost(new SocketException("Connection reset")));
        dead.adjudicate(new SQLException("the server ends", "57P01"));
        assertThat(replaced).hasValue(3);
    }

    @Test
    void oneThatWasEndedBecauseItWasSilentIsNoNews() {
        dead.adjudicate(lost(new SocketException("Socket closed")));
        dead.adjudicate(lost(new SocketException("Socket closed")));
        dead.adjudicate(lost(new SocketTimeoutException("Read timed out")));
        assertThat(replaced).hasValue(1);
    }

    private static SQLException lost(IOException why) {
        return new SQLException("lost", "08006", why);
    }

    @Test
    void aServerThatHasBecomeAStandbyIsLeft() {
        assertThat(dead.adjudicate(new SQLException("read-only", "25006"))).isEqualTo(MUST_EVICT);
        assertThat(replaced).hasValue(1);
    }

    @Test
    void whatAStatementIsToBlameForKeepsTheConnections() {
        dead.adjudicate(new SQLException("unique", "23505"));
        dead.adjudicate(new SQLException("lock", "55P03"));
        dead.adjudicate(new SQLException("unknown"));
        assertThat(replaced).hasValue(0);
    }
}
