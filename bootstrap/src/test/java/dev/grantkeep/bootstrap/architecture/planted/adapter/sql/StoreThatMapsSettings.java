package dev.grantkeep.bootstrap.architecture.planted.adapter.sql;

import dev.grantkeep.domain.service.RefreshPolicy;

/** Looks at what a concern of the settings reads. */
final class StoreThatMapsSettings {
    final RefreshPolicy refresh = RefreshPolicy.DEFAULT;
}
