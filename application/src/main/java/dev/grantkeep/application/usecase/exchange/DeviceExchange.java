package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.document.DetailsParameter;
import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.exchange.DeviceCodeRefusal;
import dev.grantkeep.application.port.in.exchange.ExchangeToken.Command;
import dev.grantkeep.application.port.in.exchange.TokenRefusal;
import dev.grantkeep.application.port.in.exchange.TokenRequestRefusal;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.device.DeviceInContext;
import dev.grantkeep.domain.device.DevicePoll;
import dev.grantkeep.domain.device.DevicePollOutcome;
import dev.grantkeep.domain.device.OwnWords;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenValue;
import java.util.Optional;

/**
 * The device code's grant (RFC 8628 section 3.4). A poll while nothing is decided is one look and one write that only counts
 * if nobody else polled or decided meanwhile.
 */
@Wired
public final class DeviceExchange implements Exchange {
    private final StepStore steps;
    private final Redeemer redeemer;
    private final CurrentSettings currentSettings;
    private final Clock clock;

    public DeviceExchange(StepStore steps, Redeemer redeemer, CurrentSettings currentSettings, Clock clock) {
        this.steps = steps;
        this.redeemer = redeemer;
        this.currentSettings = currentSettings;
        this.clock = clock;
    }

    @Override
    public GrantType grantType() {
        return GrantType.DEVICE_CODE;
    }

    @Override
    public Outcome exchange(Command command, Authenticated by) {
        Optional<String> presented = command.parameters().value("device_code");
        if (presented.isEmpty()) {
            return new Refused(DeviceCodeRefusal.NO_DEVICE_CODE);
        }
        return presented
                .filter(TokenValue::isValid)
                .map(code -> exchange(command, by, new TokenValue(code).hash()))
                .orElseGet(() -> new Refused(DeviceCodeRefusal.UNKNOWN_DEVICE_CODE));
    }

    private Outcome exchange(Command command, Authenticated by, TokenHash code) {
        return Attempts.until(() -> find(command.service().id(), code)
                .map(found -> poll(command, by, found))
                .orElseGet(() -> Optional.of(new Refused(DeviceCodeRefusal.UNKNOWN_DEVICE_CODE))));
    }

    private Optional<DeviceInContext> find(ServiceId service, TokenHash code) {
        return steps.find(StepKinds.DEVICE.key(service, code))
                .map(found -> new DeviceInContext(found.step(), found.head()));
    }

    /** Empty if somebody else was faster. */
    private Optional<Outcome> poll(Command command, Authenticated by, DeviceInContext found) {
        DevicePoll poll = new DevicePoll(
                command.service(),
                by.client(),
                NamedBy.aliasIf(by.aliasUsed()),
                command.parameters(),
                details(command, found.authorization()),
                command.requested(),
                command.access(),
                command.properties());
        return switch (poll.decide(found, clock.now())) {
            case DevicePollOutcome.Waiting(DeviceAuthorization next, boolean tooFast) ->
                wait(command, by, next, tooFast);
            case DevicePollOutcome.Redeemable redeemable -> Optional.of(redeem(found, redeemable));
            case DevicePollOutcome.NotAuthorized(DeviceDecision.Reason reason, OwnWords words) ->
                Optional.of(new Refused(told(reason), null, words));
            case DevicePollOutcome.DemandNotMet(Demand demand) -> Optional.of(Exchange.notMet(demand));
            case DevicePollOutcome.Refused refused -> Optional.of(new Refused(told(refused)));
        };
    }

    private static RequestedDetails details(Command command, DeviceAuthorization authorization) {
        return authorization.decision() instanceof DeviceDecision.Authorized given
                ? DetailsParameter.against(given.details().targets().authorizationDetails(), command.details())
                : command.details();
    }

    private Optional<Outcome> wait(Command command, Authenticated by, DeviceAuthorization next, boolean tooFast) {
        SettingsVersions basis = SettingsVersions.of(command.service(), by.client());
        if (steps.replace(StepKinds.DEVICE.toStep(next), basis)) {
            return Optional.of(new Ended(tooFast ? DeviceCodeRefusal.SLOW_DOWN : DeviceCodeRefusal.PENDING));
        }
        currentSettings.require(command.service(), by.client());
        return Optional.empty();
    }

    /** If another was faster, the code is used; the token of that one stays, for a device may well ask twice at once. */
    private Outcome redeem(DeviceInContext found, DevicePollOutcome.Redeemable redeemable) {
        DeviceAuthorization authorization = found.authorization();
        return redeemer.redeem(
                redeemable.order(),
                new Redeemer.Redeemed(
                        StepKinds.DEVICE.key(authorization.service(), authorization.hash()),
                        found.head(),
                        redeemable.generation(),
                        redeemable.idToken(),
                        DeviceCodeRefusal.UNKNOWN_DEVICE_CODE,
                        DeviceCodeRefusal.ID_TOKEN_IMPOSSIBLE),
                () -> {
                    currentSettings.require(
                            redeemable.order().service(), redeemable.order().client());
                    return new Ended(DeviceCodeRefusal.UNKNOWN_DEVICE_CODE);
                });
    }

    private static TokenRefusal told(DeviceDecision.Reason reason) {
        return switch (reason) {
            case DENIED -> DeviceCodeRefusal.DENIED;
            case FAILED -> DeviceCodeRefusal.FAILED;
        };
    }

    private static TokenRefusal told(DevicePollOutcome.Refused why) {
        return switch (why) {
            case UNKNOWN -> DeviceCodeRefusal.UNKNOWN_DEVICE_CODE;
            case EXPIRED -> DeviceCodeRefusal.EXPIRED_DEVICE_CODE;
            case RESOURCE_MALFORMED -> TokenRequestRefusal.MALFORMED_RESOURCE;
            case RESOURCE_NOT_GRANTED -> TokenRequestRefusal.EXCESSIVE_RESOURCE;
            case DETAILS_MALFORMED -> TokenRequestRefusal.MALFORMED_AUTHORIZATION_DETAILS;
            case DETAILS_NOT_GRANTED -> TokenRequestRefusal.OTHER_AUTHORIZATION_DETAILS;
            case PROPERTIES_TOO_LARGE -> TokenRequestRefusal.PROPERTIES_TOO_LARGE;
        };
    }
}
