package dev.grantkeep.adapter.mongo.token;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.contract.TokenQueriesContract;

final class MongoTokenQueriesTest extends TokenQueriesContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
