package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.RaceContract;
import dev.grantkeep.application.contract.Stores;

final class InMemoryRaceTest extends RaceContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
