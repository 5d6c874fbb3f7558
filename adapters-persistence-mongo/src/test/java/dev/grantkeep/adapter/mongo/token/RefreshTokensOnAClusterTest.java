package dev.grantkeep.adapter.mongo.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where tokens are sharded, no index keeps refresh tokens apart; the store does. */
final class RefreshTokensOnAClusterTest {
    private final MongoStores stores =
            MongoStores.on(MongoTestServer.chosen().newDatabase(), Map.of("mongodb.topology", "ROUTED"));
    private final Service service = Services.aService().build();
    private final Client client = Clients.aClient().of(service).build();

    @BeforeEach
    void prepare() {
        stores.services().add(Changed.to(service));
        stores.clients().add(Changed.to(client));
        var tokens = stores.database().getCollection("token");
        tokens.dropIndex("refresh");
        tokens.createIndex(
                Indexes.ascending("refreshKey"),
                new IndexOptions().name("refresh").sparse(true));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aRefreshTokenThatIsInUseIsRefused() {
        TokenHash refresh = Unique.hash();
        TokenRecord first = token(refresh);
        TokenRecord second = token(refresh);
        assertThat(add(first)).isEqualTo(Saved.SAVED);
        assertThat(add(second)).isEqualTo(Saved.TAKEN);
        assertThat(isStored(first)).isTrue();
        assertThat(isStored(second)).isFalse();
    }

    @Test
    void ofSeveralAtTheSameMomentAtMostOneIsStored() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 10; round++) {
                TokenHash refresh = Unique.hash();
                List<TokenRecord> tokens = List.of(token(refresh), token(refresh), token(refresh), token(refresh));
                List<Future<Saved>> results = new ArrayList<>();
                tokens.forEach(token -> results.add(threads.submit(() -> add(token))));
                int saved = 0;
                for (int i = 0; i < tokens.size(); i++) {
                    boolean isSaved = results.get(i).get() == Saved.SAVED;
                    assertThat(isStored(tokens.get(i))).isEqualTo(isSaved);
                    saved += isSaved ? 1 : 0;
                }
                assertThat(saved).isLessThanOrEqualTo(1);
            }
        }
    }

    private Saved add(TokenRecord token) {
        return stores.tokens().add(Changed.to(token), SettingsVersions.of(service, client));
    }

    private boolean isStored(TokenRecord token) {
        return stores.tokens()
                        .find(token.service(), new TokenLocator.ById(token.id()))
                        .found()
                != null;
    }

    private TokenRecord token(TokenHash refresh) {
        return Tokens.aToken().of(client).withoutSubject().withRefresh(refresh).build();
    }
}
