package dev.grantkeep.adapter.sql.service;

import dev.grantkeep.domain.service.RefreshPolicy;
import io.micronaut.serde.annotation.Serdeable;

/** What a refresh does to the refresh token. */
@Serdeable
record RefreshDocument(
        boolean kept,
        boolean durationKept,
        boolean durationReset,
        boolean idempotent,
        boolean expirationLinked,
        boolean openidDroppedWithoutOfflineAccess) {
    static RefreshDocument of(RefreshPolicy policy) {
        return new RefreshDocument(
                policy.kept(),
                policy.durationKept(),
                policy.durationReset(),
                policy.idempotent(),
                policy.expirationLinked(),
                policy.openidDroppedWithoutOfflineAccess());
    }

    RefreshPolicy toPolicy() {
        return new RefreshPolicy(
                kept, durationKept, durationReset, idempotent, expirationLinked, openidDroppedWithoutOfflineAccess);
    }
}
