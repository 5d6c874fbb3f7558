package dev.grantkeep.application.usecase.apps;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.apps.OfferApps;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.apps.AppsLink;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;
import java.util.Optional;

/** Makes links. */
@Wired
public final class OfferAppsHandler implements OfferApps {
    private final StepStore steps;
    private final ValueGenerator generator;
    private final Clock clock;

    public OfferAppsHandler(StepStore steps, ValueGenerator generator, Clock clock) {
        this.steps = steps;
        this.generator = generator;
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
        return Attempts.until(() -> {
            TokenValue token = generator.value();
            AppsLink link = new AppsLink(token.hash(), command.service().id(), command.subject(), expiresAt);
            return steps.add(StepKinds.APPS_LINK.toStep(link)) == Saved.SAVED
                    ? Optional.of(new Offered(token, expiresAt))
                    : Optional.empty();
        });
    }
}
