package dev.grantkeep.adapter.mongo.grant;

import dev.grantkeep.adapter.mongo.testing.MongoStores;
import dev.grantkeep.application.contract.AuthorizedClientsContract;
import dev.grantkeep.application.contract.Stores;

final class MongoAuthorizedClientsTest extends AuthorizedClientsContract {
    @Override
    protected Stores stores() {
        return MongoStores.shared();
    }
}
