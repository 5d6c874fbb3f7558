package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.duration.DurationDecision;
import dev.grantkeep.domain.duration.DurationQuestion;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.duration.TokenKind;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What issuing and refreshing share about lifetimes. */
final class Lifetimes {
    private Lifetimes() {}

    static DurationDecision decide(
            TokenKind kind, Durations requested, Client client, ScopeSet scopes, Service service) {
        return service.settings()
                .durationRule()
                .decide(new DurationQuestion(
                        kind,
                        requested.of(kind),
                        client.settings().durations().of(kind),
                        service.settings().scopes().details(scopes),
                        service.settings().durations().of(kind)));
    }

    /** The access token's expiry, cut at the refresh token's where the service links them (contract 4.3). */
    static Instant linked(Instant access, @Nullable Instant refresh, Service service) {
        return service.settings().refresh().expirationLinked() && refresh != null && refresh.isBefore(access)
                ? refresh
                : access;
    }
}
