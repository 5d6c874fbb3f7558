package dev.grantkeep.adapter.mongo.step;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.StepStoreContract;
import dev.grantkeep.application.contract.Stores;

final class MongoStepStoreTest extends StepStoreContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
