package dev.grantkeep.adapter.mongo.service;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.ServiceStoreContract;
import dev.grantkeep.application.contract.Stores;

final class MongoServiceStoreTest extends ServiceStoreContract {
    @Override
    protected Stores stores() {
        return MongoStores.withEvents();
    }
}
