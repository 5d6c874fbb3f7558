package dev.grantkeep.adapter.mongo.grant;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.GrantStoreContract;
import dev.grantkeep.application.contract.Stores;

final class MongoGrantStoreTest extends GrantStoreContract {
    @Override
    protected Stores stores() {
        return MongoStores.withEvents();
    }
}
