package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo.cycletwo;

import dev.grantkeep.bootstrap.architecture.planted.adapter.mongo.cycleone.One;
import org.jspecify.annotations.Nullable;

/** Needs the other. */
public record Two(@Nullable One one) {}
