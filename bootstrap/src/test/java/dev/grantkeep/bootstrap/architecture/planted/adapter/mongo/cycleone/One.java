package dev.grantkeep.bootstrap.architecture.planted.adapter.mongo.cycleone;

import dev.grantkeep.bootstrap.architecture.planted.adapter.mongo.cycletwo.Two;

/** Needs the other. */
public record One(Two two) {}
