package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.SnapshotsContract;
import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.port.out.Snapshots;

final class DirectSnapshotsTest extends SnapshotsContract {
    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected Snapshots snapshots() {
        return stores.snapshots();
    }
}
