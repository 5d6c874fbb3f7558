package dev.grantkeep.adapter.mongo.step;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.StepsOnSettingsContract;
import dev.grantkeep.application.contract.Stores;

final class MongoStepsOnSettingsTest extends StepsOnSettingsContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
