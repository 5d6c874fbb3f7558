package dev.grantkeep.application.usecase.device;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.in.device.CompleteDevice;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceConsent;
import dev.grantkeep.domain.device.DeviceConsentOutcome;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.token.Standing;
import java.util.Optional;

/**
 * Keeps the decision with the device's request, in one write that only the first gets through. The consent is remembered
 * for whoever got through.
 */
@Wired
public final class CompleteDeviceHandler implements CompleteDevice {
    private final UserCodes userCodes;
    private final StepStore steps;
    private final ClientStore clients;
    private final GrantHeads heads;

    public CompleteDeviceHandler(UserCodes userCodes, StepStore steps, ClientStore clients, GrantHeads heads) {
        this.userCodes = userCodes;
        this.steps = steps;
        this.clients = clients;
        this.heads = heads;
    }

    /** Again if the device polled meanwhile. */
    @Override
    public Result handle(Command command) {
        return Attempts.until(() -> switch (userCodes.look(command.service(), command.userCode())) {
            case UserCodes.Found(DeviceAuthorization authorization) -> complete(command, authorization);
            case UserCodes.Unknown unknown -> Optional.of(new Unknown());
            case UserCodes.Expired expired -> Optional.of(new Expired());
            case UserCodes.TooManyMisses tooMany -> Optional.of(new TooManyMisses());
        });
    }

    private Optional<Result> complete(Command command, DeviceAuthorization authorization) {
        Client client =
                clients.find(authorization.service(), authorization.client()).orElse(null);
        if (client == null) {
            return Optional.of(new Unknown());
        }
        if (client.locked()) {
            return Optional.of(new ClientLocked(client.id()));
        }
        return switch (command.decision()) {
            case No(DeviceDecision.NotAuthorized why) -> save(authorization.decided(why));
            case Yes yes -> authorize(command, authorization, client, yes);
        };
    }

    private Optional<Result> authorize(Command command, DeviceAuthorization authorization, Client client, Yes yes) {
        DeviceConsent consent = new DeviceConsent(
                command.service(),
                authorization.request(),
                yes.scopes(),
                yes.details(),
                yes.idToken().claims());
        return switch (consent.decide(client)) {
            case DeviceConsentOutcome.Refused refused -> Optional.of(new DemandNotMet());
            case DeviceConsentOutcome.Granted granted -> authorize(authorization, client, yes, granted);
        };
    }

    private Optional<Result> authorize(
            DeviceAuthorization authorization, Client client, Yes yes, DeviceConsentOutcome.Granted granted) {
        GrantKey key = new GrantKey(authorization.service(), client.id(), yes.subject());
        GrantHead head = heads.ready(key);
        Optional<Result> result = save(authorization.decided(new DeviceDecision.Authorized(
                yes.subject(),
                granted.scopes(),
                new Standing(client.generation(), head.codeStanding()),
                yes.properties(),
                granted.details(),
                yes.idToken(),
                yes.durations())));
        result.ifPresent(done -> heads.authorize(key, granted.scopes()));
        return result;
    }

    private Optional<Result> save(DeviceAuthorization decided) {
        return steps.replace(StepKinds.DEVICE.toStep(decided), null) ? Optional.of(new Completed()) : Optional.empty();
    }
}
