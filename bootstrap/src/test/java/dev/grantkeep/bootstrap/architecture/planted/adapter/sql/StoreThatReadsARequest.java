package dev.grantkeep.bootstrap.architecture.planted.adapter.sql;

import dev.grantkeep.domain.authorization.AuthorizationRequest;

/** Looks into the payload of a step. */
final class StoreThatReadsARequest {
    String redirectUri(AuthorizationRequest request) {
        return request.target().redirectUri();
    }
}
