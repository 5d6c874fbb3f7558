package dev.grantkeep.adapter.mongo.reclaim;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.adapter.mongo.testing.MongoTestServer;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Grants;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Times;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.fixture.Unique;
import dev.grantkeep.application.port.out.Reclaimer.Work;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenLocator;
import dev.grantkeep.domain.token.TokenRecord;
import dev.grantkeep.domain.value.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the marks that lead the sweeper come and go. */
final class MongoMarksTest {
    private final MongoStores stores = MongoStores.on(MongoTestServer.chosen().newDatabase(), Map.of());
    private final Service service = Services.aService().build();
    private final Client client = Clients.aClient().of(service).build();
    private final GrantHead head = Grants.aGrant().of(client).build();

    @BeforeEach
    void prepare() {
        stores.services().add(Changed.to(service));
        stores.clients().add(Changed.to(client));
        stores.grants().add(Changed.to(head));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    /** A single token is stored first; then the head moves to its generation. */
    @Test
    void aTokenThatTheHeadIsAboutToMoveToIsNotReclaimed() {
        GrantHead revoked = head.revoke(Unique.generation(), Times.NOW).state();
        stores.grants().replace(Changed.to(revoked));
        Generation coming = Unique.generation();
        TokenRecord token = stored(Tokens.aToken()
                .of(client, revoked)
                .withStanding(new Standing(client.generation(), new GrantStanding(coming, 0))));
        sweep(Times.NOW);
        stores.grants().replace(revoked.revoke(coming, Times.NOW));
        sweep(Times.NOW);
        assertThat(isStored(token)).isTrue();
    }

    @Test
    void aHeadIsReclaimedEvenIfTheServerItselfTookItsExpiredTokens() {
        TokenRecord token = stored(Tokens.aToken().of(client, head));
        Instant lookedAt = Times.NOW.plus(Duration.ofHours(2));
        sweep(lookedAt);
        stores.database().getCollection("token").deleteMany(new Document());
        sweep(lookedAt);
        assertThat(stores.grants().find(head.key())).isPresent();
        sweep(token.purgeAt().plus(Duration.ofHours(1)));
        assertThat(stores.grants().find(head.key())).isEmpty();
    }

    @Test
    void aRemovedClientIsLookedAtOnceMoreAndThenLeftAlone() {
        stores.clients().remove(service.id(), client.id(), Changed.CLIENT_REMOVED);
        sweep(Times.NOW);
        assertThat(markOfClient()).isNotNull();
        sweep(Times.NOW.plus(GrantHead.LINGER));
        assertThat(markOfClient()).isNull();
    }

    private Object markOfClient() {
        Document rest = stores.database()
                .getCollection("client")
                .find(Filters.eq(client.id().value()))
                .first();
        return rest.get("reclaimAt");
    }

    private TokenRecord stored(Tokens tokens) {
        TokenRecord token = tokens.build();
        stores.tokens().add(Changed.to(token), SettingsVersions.of(service, client));
        return token;
    }

    private boolean isStored(TokenRecord token) {
        return stores.tokens()
                        .find(token.service(), new TokenLocator.ById(token.id()))
                        .found()
                != null;
    }

    private void sweep(Instant now) {
        for (Work work : Work.values()) {
            int most = 100;
            while (stores.reclaimer().reclaim(work, now, 10) > 0) {
                assertThat(most--).isPositive();
            }
        }
    }
}
