package dev.grantkeep.adapter.mongo.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantkeep.adapter.mongo.connection.Change.Trial;
import dev.grantkeep.adapter.mongo.testing.DroppingProxy;
import dev.grantkeep.adapter.mongo.testing.DroppingProxy.Moment;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.adapter.mongo.testing.RealMongo;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tickets;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.page.Window;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TokenQueries.Selection;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stand-in cannot show. */
final class RealServerTest {
    private static final Set<String> EXPLAINED = Set.of("find", "aggregate", "findAndModify", "count", "distinct");
    private static final List<String> NOT_EXPLAINED =
            List.of("$db", "lsid", "txnNumber", "$clusterTime", "$readPreference", "readConcern", "writeConcern");

    @Test
    @RealMongo("remove expired documents")
    void theServerRemovesWhatExpiredOverAnHourAgoAndNothingElse() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (MongoStores stores = MongoStores.on(MongoTestServer.chosen().newDatabase(), Map.of())) {
            Client client = Clients.aClient().of(Services.aService().build()).build();
            Ticket old = ticket(stores, client, now.minus(Duration.ofHours(2)));
            Ticket young = ticket(stores, client, now.minus(Duration.ofMinutes(50)));
            long patience = System.nanoTime() + Duration.ofSeconds(150).toNanos();
            while (isStored(stores, old) && System.nanoTime() < patience) {
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
            assertThat(isStored(stores, old)).isFalse();
            assertThat(isStored(stores, young)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.grantkeep.adapter.mongo.connection.DroppedConnectionTest#changes")
    @RealMongo("explain queries")
    void everyQueryIsServedByAnIndex(Change change) throws IOException {
        String uri = MongoTestServer.chosen().newDatabase();
        try (DroppingProxy proxy = new DroppingProxy(uri, "maxPoolSize=2");
                MongoStores stores = MongoStores.on(proxy.uri(), Map.of())) {
            Trial trial = change.prepare().apply(stores);
            int before = proxy.commands().size();
            assertThat((Object) trial.act().apply(stores)).isNotNull();
            assertThat((Object) trial.look().apply(stores)).isEqualTo(trial.after());
            assertIndexed(
                    stores, proxy.commands().subList(before, proxy.commands().size()));
        }
    }

    @Test
    @RealMongo("explain queries")
    void everyListAndCountIsServedByAnIndex() throws IOException {
        String uri = MongoTestServer.chosen().newDatabase();
        try (DroppingProxy proxy = new DroppingProxy(uri, "maxPoolSize=2");
                MongoStores stores = MongoStores.on(proxy.uri(), Map.of())) {
            Service service = Services.aService().build();
            stores.services().add(Changed.to(service));
            Client client = Clients.aClient().of(service).build();
            stores.clients().add(Changed.to(client));
            Subject subject = Unique.subject();
            int before = proxy.commands().size();
            Window window = new Window(0, 5);
            stores.services().list(window);
            stores.clients().list(service.id(), null, window);
            stores.clients().list(service.id(), "developer", window);
            stores.clients().findByAlias(service.id(), new ClientAlias("alias"));
            stores.grants().ofSubject(service.id(), subject, client.id(), 5);
            stores.grants().countTokens(new GrantKey(service.id(), client.id(), subject));
            stores.authorizedClients().list(service.id(), subject, null, Times.NOW, window);
            stores.queries().list(new Selection(service.id(), null, null, TokenStatus.ALL, Times.NOW), window);
            stores.queries().list(new Selection(service.id(), client.id(), null, TokenStatus.VALID, Times.NOW), window);
            stores.queries().list(new Selection(service.id(), null, subject, TokenStatus.ALL, Times.NOW), window);
            stores.queries().count(service.id(), client.id());
            stores.tokens().existsElsewhere(service.id(), new TokenLocator.ByRefresh(Unique.hash()));
            for (Work work : Work.values()) {
                stores.deadRecords().count(work, Times.NOW, 5);
                stores.reclaimer().reclaim(work, Times.NOW, 5);
            }
            assertIndexed(
                    stores, proxy.commands().subList(before, proxy.commands().size()));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.grantkeep.adapter.mongo.connection.DroppedConnectionTest#changes")
    @RealMongo("repeat writes safely")
    void aReplicaSetRepeatsAWriteWhoseAnswerWasLost(Change change) throws IOException {
        MongoStores direct = MongoStores.shared();
        assumeThat(direct.database().runCommand(new Document("hello", 1)))
                .as("a replica set")
                .containsKey("setName");
        try (DroppingProxy proxy = new DroppingProxy(direct.uri(), "retryWrites=true");
                MongoStores proxied = MongoStores.on(proxy.uri(), Map.of())) {
            Trial trial = change.prepare().apply(direct);
            proxy.cutAt(1, Moment.AFTER);
            assertThat((Object) trial.act().apply(proxied)).isNotIn(false, Saved.STALE, Saved.TAKEN);
            assertThat(proxy.hasCut()).isTrue();
            assertThat((Object) trial.look().apply(direct)).isEqualTo(trial.after());
        }
    }

    private static void assertIndexed(MongoStores stores, List<BsonDocument> commands) {
        commands.stream()
                .filter(command -> EXPLAINED.contains(command.getFirstKey()))
                .forEach(command -> {
                    Document explained = explained(stores, command);
                    assertThat(WinningPlan.isByIndex(explained))
                            .as(command.toJson() + explained.toJson())
                            .isTrue();
                });
    }

    private static Document explained(MongoStores stores, BsonDocument command) {
        BsonDocument bare = BsonDocument.parse(command.toJson());
        NOT_EXPLAINED.forEach(bare::remove);
        return stores.database().runCommand(new Document("explain", bare).append("verbosity", "queryPlanner"));
    }

    private static Ticket ticket(MongoStores stores, Client client, Instant expiresAt) {
        Ticket ticket = Tickets.aTicket().of(client).withExpiresAt(expiresAt).build();
        stores.steps().add(StepKinds.TICKET.toStep(ticket));
        return ticket;
    }

    private static boolean isStored(MongoStores stores, Ticket ticket) {
        return stores.steps()
                .find(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                .isPresent();
    }
}
