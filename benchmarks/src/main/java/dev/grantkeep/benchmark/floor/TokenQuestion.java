package dev.grantkeep.benchmark.floor;

import io.micronaut.serde.annotation.Serdeable;

/** The body of an introspection. */
@Serdeable
record TokenQuestion(String token) {}
