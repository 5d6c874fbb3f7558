package dev.grantkeep.bootstrap.architecture.planted.application.usecase.cycleone;

import dev.grantkeep.bootstrap.architecture.planted.application.usecase.cycletwo.Two;

/** Needs the other. */
public record One(Two two) {}
