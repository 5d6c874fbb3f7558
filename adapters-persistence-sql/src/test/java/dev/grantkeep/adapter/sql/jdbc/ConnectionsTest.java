package dev.grantkeep.adapter.sql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.sql.testing.SqlStores;
import dev.grantkeep.adapter.sql.testing.TestDatabase;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenLocator;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every call takes one connection from the pool and gives it back, with and without Micronaut Data. */
final class ConnectionsTest {
    private static SqlStores stores;
    private static Connections connections;

    @BeforeAll
    static void start() {
        stores = SqlStores.on(TestDatabase.h2("mem:connections"), Connections.ENVIRONMENT);
        connections = stores.bean(Connections.class);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void aCallOutsideATransactionTakesOne() {
        assertThat(connections.during(
                        () -> stores.tokens().find(Unique.serviceId(), new TokenLocator.ByAccess(Unique.hash()))))
                .containsExactly("taken", "given back");
    }

    @Test
    void aBatchOfTheSweeperTakesOneForItsTransaction() {
        assertThat(connections.during(() -> stores.reclaimer().reclaim(Work.EXPIRED_TOKENS, Instant.EPOCH, 10)))
                .containsExactly("taken", "setAutoCommit", "commit", "given back");
    }

    @Test
    void aReadThroughARepositoryTakesOne() {
        assertThat(connections.during(() -> stores.services().find(Unique.serviceId())))
                .containsExactly("taken", "given back");
    }

    @Test
    void aWriteThroughARepositoryTakesOneEvenIfItIsRefused() {
        Service service = Services.aService().build();
        assertThat(connections.during(() -> stores.services().add(Changed.to(service))))
                .containsExactly("taken", "given back");
        assertThat(connections.during(() ->
                        assertThat(stores.services().add(Changed.to(service))).isEqualTo(Saved.TAKEN)))
                .containsExactly("taken", "given back");
    }
}
