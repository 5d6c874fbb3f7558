package dev.grantkeep.bootstrap.architecture.planted.application.usecase.cycletwo;

import dev.grantkeep.bootstrap.architecture.planted.application.usecase.cycleone.One;
import org.jspecify.annotations.Nullable;

/** Needs the other. */
public record Two(@Nullable One one) {}
