package dev.grantkeep.adapter.mongo.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.mongo.testing.DroppingProxy;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What an introspection asks the server for. */
final class TokenReadsTest {
    @Test
    void aReplicaSetIsAskedOnceAndLinearizably() throws IOException {
        List<BsonDocument> asked = askedByIntrospection("REPLICA_SET");
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).getString("aggregate").getValue()).isEqualTo("token");
        assertThat(levelOf(asked.get(0))).isEqualTo("linearizable");
        assertThat(asked.get(0)).containsKey("maxTimeMS");
    }

    @Test
    void aRouterIsAskedForTheTokenFirstAndForEachDocumentByItsShardKey() throws IOException {
        List<BsonDocument> asked = askedByIntrospection("ROUTED");
        assertThat(asked)
                .extracting(command -> command.getString("find").getValue())
                .containsExactly("token", "grant_head", "client", "service");
        assertThat(asked).extracting(TokenReadsTest::levelOf).containsOnly("linearizable");
        assertThat(asked.get(0).getDocument("filter")).containsKey("accessKey");
        assertThat(asked.get(1).getDocument("filter").toJson()).contains("subject", "service");
    }

    /** A deposed primary of some shard could still show a refresh token that was revoked or used. */
    @Test
    void throughARouterARecordThatAllShardsWereAskedForIsAskedForAgainByItsShardKey() throws IOException {
        List<BsonDocument> asked = asked(
                "ROUTED",
                token -> new TokenLocator.ByRefresh(
                        Objects.requireNonNull(token.refresh()).hash()));
        assertThat(asked)
                .extracting(command -> command.getString("find").getValue())
                .containsExactly("token", "token", "grant_head", "client", "service");
        assertThat(asked.subList(1, 5)).extracting(TokenReadsTest::levelOf).containsOnly("linearizable");
        assertThat(asked.get(1).getDocument("filter").toJson()).contains("accessKey", "refreshKey");
    }

    @Test
    void aStandaloneServerIsAskedOnce() throws IOException {
        List<BsonDocument> asked = askedByIntrospection("STANDALONE");
        assertThat(asked).hasSize(1);
        assertThat(levelOf(asked.get(0))).isEqualTo("majority");
    }

    private static List<BsonDocument> askedByIntrospection(String topology) throws IOException {
        return asked(topology, token -> new TokenLocator.ByAccess(token.access().hash()));
    }

    private static List<BsonDocument> asked(String topology, Function<TokenRecord, TokenLocator> by)
            throws IOException {
        String uri = MongoTestServer.chosen().newDatabase();
        try (DroppingProxy proxy = new DroppingProxy(uri, "maxPoolSize=2");
                MongoStores stores = MongoStores.on(proxy.uri(), Map.of("mongodb.topology", topology))) {
            TokenRecord token = aStoredToken(stores);
            int before = proxy.commands().size();
            assertThat(stores.tokens().find(token.service(), by.apply(token)).found())
                    .isNotNull();
            return proxy.commands().stream()
                    .skip(before)
                    .filter(command -> command.containsKey("find") || command.containsKey("aggregate"))
                    .toList();
        }
    }

    private static TokenRecord aStoredToken(MongoStores stores) {
        Service service = Services.aService().build();
        stores.services().add(Changed.to(service));
        Client client = Clients.aClient().of(service).build();
        stores.clients().add(Changed.to(client));
        GrantHead head = Grants.aGrant().of(client).build();
        stores.grants().add(Changed.to(head));
        TokenRecord token =
                Tokens.aToken().of(client, head).withRefresh(Unique.hash()).build();
        assertThat(stores.tokens().add(Changed.to(token), SettingsVersions.of(service, client)))
                .isEqualTo(Saved.SAVED);
        return token;
    }

    private static String levelOf(BsonDocument command) {
        return command.getDocument("readConcern").getString("level").getValue();
    }
}
