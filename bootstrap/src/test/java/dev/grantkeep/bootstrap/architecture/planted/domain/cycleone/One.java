package dev.grantkeep.bootstrap.architecture.planted.domain.cycleone;

import dev.grantkeep.bootstrap.architecture.planted.domain.cycletwo.Two;

/** Needs the other. */
public record One(Two two) {}
