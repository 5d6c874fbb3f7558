package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.CodeStoreContract;
import dev.grantkeep.application.contract.Stores;

final class MongoCodeStoreTest extends CodeStoreContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
