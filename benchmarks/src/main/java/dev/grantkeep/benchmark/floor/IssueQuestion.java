package dev.grantkeep.benchmark.floor;

import io.micronaut.serde.annotation.Serdeable;

/** The body of a request for a token, by client_credentials or a refresh token. */
@Serdeable
record IssueQuestion(String parameters, String clientId, String clientSecret) {}
