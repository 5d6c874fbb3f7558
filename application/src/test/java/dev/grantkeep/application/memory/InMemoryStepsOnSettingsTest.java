package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.StepsOnSettingsContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryStepsOnSettingsTest extends StepsOnSettingsContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
