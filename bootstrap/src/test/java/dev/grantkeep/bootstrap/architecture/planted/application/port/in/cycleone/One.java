package dev.grantkeep.bootstrap.architecture.planted.application.port.in.cycleone;

import dev.grantkeep.bootstrap.architecture.planted.application.port.in.cycletwo.Two;

/** Needs the other. */
public record One(Two two) {}
