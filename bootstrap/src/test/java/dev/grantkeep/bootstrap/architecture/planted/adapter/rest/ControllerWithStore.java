package dev.grantkeep.bootstrap.architecture.planted.adapter.rest;

import dev.grantkeep.bootstrap.architecture.planted.adapter.sql.StoreImpl;

/** Sees another adapter. */
final class ControllerWithStore {
    final StoreImpl store = new StoreImpl();
}
