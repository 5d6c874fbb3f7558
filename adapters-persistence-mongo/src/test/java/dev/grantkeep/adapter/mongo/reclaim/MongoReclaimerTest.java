package dev.grantkeep.adapter.mongo.reclaim;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.ReclaimerContract;
import dev.grantkeep.application.contract.Stores;

final class MongoReclaimerTest extends ReclaimerContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
