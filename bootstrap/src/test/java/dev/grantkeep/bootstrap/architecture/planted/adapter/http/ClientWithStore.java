package dev.grantkeep.bootstrap.architecture.planted.adapter.http;

import dev.grantkeep.bootstrap.architecture.planted.adapter.sql.StoreImpl;

/** Sees another adapter. */
final class ClientWithStore {
    final StoreImpl store = new StoreImpl();
}
