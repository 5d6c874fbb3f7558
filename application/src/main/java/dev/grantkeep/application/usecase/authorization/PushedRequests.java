package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.StepInContext;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.PushedRequest;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/** Keeps pushed requests until each is used, once. */
@Wired
public final class PushedRequests {
    private final StepStore steps;
    private final Clock clock;
    private final NewSteps newSteps;

    public PushedRequests(StepStore steps, Clock clock, NewSteps newSteps) {
        this.steps = steps;
        this.clock = clock;
        this.newSteps = newSteps;
    }

    /**
     * The value that the request's handle ends with.
     *
     * @throws dev.grantkeep.application.port.in.StaleSettings if it was judged by settings that are out of date
     */
    public TokenValue keep(Service service, Client client, RequestSource.Known source) {
        return newSteps.keep(
                value -> StepKinds.PUSHED_REQUEST.toStep(new PushedRequest(
                        value.hash(),
                        service.id(),
                        client.id(),
                        source.effective(),
                        source.object(),
                        service.settings().authorization().parDuration().expiryFrom(clock.now()))),
                SettingsVersions.of(service, client));
    }

    /** Empty if the client has none of this handle that it can use now. */
    Optional<PushedRequest> find(Service service, Client client, String handle) {
        return PushedRequest.valueOf(handle)
                .flatMap(value -> steps.find(StepKinds.PUSHED_REQUEST.key(service.id(), value.hash())))
                .map(StepInContext::step)
                .filter(request -> request.isGood(client.id(), clock.now()));
    }

    /** Whether this use of the request is the one that there is. */
    boolean take(PushedRequest request) {
        return steps.take(StepKinds.PUSHED_REQUEST.key(request.service(), request.hash()));
    }
}
