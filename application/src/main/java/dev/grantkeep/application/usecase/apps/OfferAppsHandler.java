package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.apps.OfferApps;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.AppsLink;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;

/** Makes links. */
@Wired
public final class OfferAppsHandler implements OfferApps {
    private final NewSteps newSteps;
    private final Clock clock;

    public OfferAppsHandler(NewSteps newSteps, Clock clock) {
        this.newSteps = newSteps;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        if (!command.service().settings().front().enabled()) {
            return Refused.NO_FRONT;
        }
        return command.service().settings().issuer() == null ? Refused.NO_ISSUER : offer(command);
    }

    private Offered offer(Command command) {
        Instant expiresAt = clock.now().plus(AppsLink.LIFE);
        TokenValue token = newSteps.keep(value -> StepKinds.APPS_LINK.toStep(
                new AppsLink(value.hash(), command.service().id(), command.subject(), expiresAt)));
        return new Offered(token, expiresAt);
    }
}
