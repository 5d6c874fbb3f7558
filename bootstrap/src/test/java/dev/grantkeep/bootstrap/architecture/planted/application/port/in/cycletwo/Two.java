package dev.grantkeep.bootstrap.architecture.planted.application.port.in.cycletwo;

import dev.grantkeep.bootstrap.architecture.planted.application.port.in.cycleone.One;
import org.jspecify.annotations.Nullable;

/** Needs the other. */
public record Two(@Nullable One one) {}
