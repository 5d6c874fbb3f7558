package dev.grantkeep.adapter.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.EventLogContract;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.fixture.Changed;
import dev.grantkeep.application.fixture.Clients;
import dev.grantkeep.application.fixture.Services;
import dev.grantkeep.application.fixture.Tokens;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenRecord;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class MongoEventLogTest {
    @Nested
    final class Directly extends EventLogContract {
        @Override
        protected Stores stores() {
            return MongoStores.withEvents();
        }
    }

    @Nested
    final class ThroughARouter extends EventLogContract {
        @Override
        protected Stores stores() {
            return MongoStores.routedWithEvents();
        }
    }

    private final Service service = Services.aService().build();
    private final Client client = Clients.aClient().of(service).build();
    private final TokenRecord token =
            Tokens.aToken().of(client).withoutSubject().build();

    private List<Document> documents(MongoStores stores) {
        return stores.database()
                .getCollection("token")
                .find(new Document("service", service.id().value()))
                .into(new ArrayList<>());
    }

    private void storeIn(MongoStores stores) {
        stores.services().add(Changed.to(service));
        stores.clients().add(Changed.to(client));
        stores.tokens().add(Changed.to(token), SettingsVersions.of(service, client));
    }

    @Test
    void whereEventsAreSwitchedOffThereAreNoneAndARemovedTokenLeavesNothing() {
        MongoStores stores = MongoStores.shared();
        storeIn(stores);
        assertThat(documents(stores)).hasSize(1).noneMatch(document -> document.containsKey("events"));
        stores.tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
        assertThat(documents(stores)).isEmpty();
        assertThat(stores.events().pending(service.id(), 1)).isEmpty();
    }

    @Test
    void whatIsLeftOfARemovedTokenGoesWhenItsEventsAreTold() {
        MongoStores stores = MongoStores.withEvents();
        storeIn(stores);
        stores.tokens().remove(service.id(), token.id(), Changed.TOKEN_REVOKED);
        assertThat(documents(stores))
                .singleElement()
                .satisfies(
                        left -> assertThat(left).containsOnlyKeys("_id", "service", "accessKey", "removed", "events"));

        List<EventLog.Pending> pending = stores.events().pending(service.id(), 10);
        stores.events().acknowledge(service.id(), pending.subList(0, 3));
        assertThat(documents(stores)).hasSize(1);
        stores.events().acknowledge(service.id(), pending);
        assertThat(documents(stores)).isEmpty();
    }
}
