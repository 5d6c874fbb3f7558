package dev.grantkeep.adapter.mongo.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.mongo.testing.DroppingProxy;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Whoever revokes and finds no head answers that nothing was there, so that must be sure. */
final class HeadReadsTest {
    private static final Subject SUBJECT = Unique.subject();
    private static final Client CLIENT =
            Clients.aClient().of(Services.aService().build()).build();

    @Test
    void aHeadThatIsNotThereIsLookedForAgainLinearizably() throws IOException {
        assertThat(levelsOf(stores ->
                        assertThat(stores.grants().find(keyOf(SUBJECT))).isEmpty()))
                .containsExactly("majority", "linearizable");
    }

    @Test
    void aHeadThatIsThereIsReadOnce() throws IOException {
        GrantHead head = Grants.aGrant().of(CLIENT).build();
        assertThat(levelsOf(stores -> {
                    stores.grants().add(Changed.to(head));
                    assertThat(stores.grants().find(head.key())).contains(head);
                }))
                .containsExactly("majority");
    }

    @Test
    void theHeadsOfASubjectAreReadLinearizably() throws IOException {
        assertThat(levelsOf(stores -> stores.grants().ofSubject(CLIENT.service(), SUBJECT, null, 5)))
                .containsExactly("linearizable");
    }

    private static GrantKey keyOf(Subject subject) {
        return new GrantKey(CLIENT.service(), CLIENT.id(), subject);
    }

    private static List<String> levelsOf(Consumer<MongoStores> work) throws IOException {
        String uri = MongoTestServer.chosen().newDatabase();
        try (DroppingProxy proxy = new DroppingProxy(uri, "maxPoolSize=2");
                MongoStores stores = MongoStores.on(proxy.uri(), Map.of("mongodb.topology", "REPLICA_SET"))) {
            int before = proxy.commands().size();
            work.accept(stores);
            return proxy.commands().stream()
                    .skip(before)
                    .filter(command -> command.containsKey("find"))
                    .map(HeadReadsTest::levelOf)
                    .toList();
        }
    }

    private static String levelOf(BsonDocument command) {
        return command.getDocument("readConcern").getString("level").getValue();
    }
}
