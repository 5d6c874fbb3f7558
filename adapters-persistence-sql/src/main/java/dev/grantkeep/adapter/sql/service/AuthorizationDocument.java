package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.domain.service.AuthorizationPolicy;
import io.micronaut.serde.annotation.Serdeable;

/** What a service asks of authorization requests. */
@Serdeable
record AuthorizationDocument(
        boolean pkceRequired,
        boolean pkceS256Required,
        boolean scopeRequired,
        boolean issSuppressed,
        boolean loopbackPortVariable) {
    static AuthorizationDocument of(AuthorizationPolicy policy) {
        return new AuthorizationDocument(
                policy.pkceRequired(),
                policy.pkceS256Required(),
                policy.scopeRequired(),
                policy.issSuppressed(),
                policy.loopbackPortVariable());
    }

    AuthorizationPolicy toPolicy() {
        return new AuthorizationPolicy(
                pkceRequired, pkceS256Required, scopeRequired, issSuppressed, loopbackPortVariable);
    }
}
