package dev.grantkeep.bootstrap.architecture.planted.domain.cycletwo;

import dev.grantkeep.bootstrap.architecture.planted.domain.cycleone.One;
import org.jspecify.annotations.Nullable;

/** Needs the other. */
public record Two(@Nullable One one) {}
