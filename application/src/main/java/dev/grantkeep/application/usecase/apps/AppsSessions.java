package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.AppsLink;
import dev.grantkeep.domain.apps.AppsSession;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;
import java.util.Optional;

/** Opens, finds and ends sessions. */
@Wired
public final class AppsSessions {
    private final StepStore steps;
    private final NewSteps newSteps;
    private final Clock clock;

    public AppsSessions(StepStore steps, NewSteps newSteps, Clock clock) {
        this.steps = steps;
        this.newSteps = newSteps;
        this.clock = clock;
    }

    Optional<AppsLink> link(Service service, String presented) {
        return Optional.of(presented)
                .filter(TokenValue::isValid)
                .flatMap(value -> steps.find(StepKinds.APPS_LINK.key(service.id(), new TokenValue(value).hash())))
                .map(StepInContext::step)
                .filter(link -> !link.isExpired(clock.now()));
    }

    /** The session is stored before the link is used up: of several calls with it, one gets its session. */
    Optional<TokenValue> open(AppsLink link) {
        TokenValue value = added(link);
        if (steps.take(StepKinds.APPS_LINK.key(link.service(), link.hash()))) {
            return Optional.of(value);
        }
        steps.take(StepKinds.APPS_SESSION.key(link.service(), value.hash()));
        return Optional.empty();
    }

    private TokenValue added(AppsLink link) {
        Instant expiresAt = clock.now().plus(AppsSession.LIFE);
        return newSteps.keep(value -> StepKinds.APPS_SESSION.toStep(
                new AppsSession(value.hash(), link.service(), link.subject(), expiresAt)));
    }

    Optional<AppsSession> find(Service service, String presented) {
        return Optional.of(presented)
                .filter(TokenValue::isValid)
                .flatMap(value -> steps.find(StepKinds.APPS_SESSION.key(service.id(), new TokenValue(value).hash())))
                .map(StepInContext::step)
                .filter(session -> !session.isExpired(clock.now()));
    }

    void close(AppsSession session) {
        steps.take(StepKinds.APPS_SESSION.key(session.service(), session.hash()));
    }
}
