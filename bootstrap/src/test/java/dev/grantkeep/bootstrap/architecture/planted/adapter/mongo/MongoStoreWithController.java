package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo;

import dev.grantkeep.bootstrap.architecture.planted.adapter.sql.StoreImpl;

/** Sees another adapter. */
final class MongoStoreWithController {
    final StoreImpl store = new StoreImpl();
}
