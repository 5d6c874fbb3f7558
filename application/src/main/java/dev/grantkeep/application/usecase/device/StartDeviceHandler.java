package dev.grantkeep.application.usecase.device;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.device.StartDevice;
import dev.grantkeep.application.port.out.Randomness;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.authorization.DetailsReader;
import dev.grantkeep.application.usecase.clientauth.Authentication;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.device.DeviceRefusal;
import dev.grantkeep.domain.device.DeviceRequest;
import dev.grantkeep.domain.device.DeviceVerdict;
import dev.grantkeep.domain.device.Polling;
import dev.grantkeep.domain.device.ReceivedDeviceRequest;
import dev.grantkeep.domain.service.DevicePolicy;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates the client of a device's request, lets the request be judged, and keeps it under its two codes. */
@Wired
public final class StartDeviceHandler implements StartDevice {
    private final ClientAuthenticator authenticator;
    private final CurrentSettings currentSettings;
    private final NewSteps newSteps;
    private final Clock clock;
    private final ValueGenerator generator;
    private final Randomness randomness;
    private final DetailsReader details;

    public StartDeviceHandler(
            ClientAuthenticator authenticator,
            CurrentSettings currentSettings,
            NewSteps newSteps,
            Clock clock,
            ValueGenerator generator,
            Randomness randomness,
            DetailsReader details) {
        this.authenticator = authenticator;
        this.currentSettings = currentSettings;
        this.newSteps = newSteps;
        this.clock = clock;
        this.generator = generator;
        this.randomness = randomness;
        this.details = details;
    }

    @Override
    public Result handle(Command command) {
        Optional<String> repeated = command.parameters().repeated();
        if (repeated.isPresent()) {
            return new Refused(DeviceRefusal.PARAMETER_REPEATED, repeated.get());
        }
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused -> new Unauthenticated(refused.why(), refused.detail());
            case Authentication.Locked locked -> new ClientLocked(locked.client());
            case Authenticated authenticated -> start(command, authenticated);
        };
    }

    /** Nothing rests on settings that are out of date: neither a no nor what is stored. */
    private Result start(Command command, Authenticated by) {
        ReceivedDeviceRequest received = new ReceivedDeviceRequest(
                command.service(),
                by.client(),
                NamedBy.aliasIf(by.aliasUsed()),
                command.parameters(),
                details.read(command.parameters(), command.service(), by.client()));
        return switch (received.decide()) {
            case DeviceVerdict.Refused(DeviceRefusal why, @Nullable String detail) -> {
                currentSettings.require(command.service(), by.client());
                yield new Refused(why, detail);
            }
            case DeviceVerdict.Valid(DeviceRequest request) -> start(command.service(), request, by);
        };
    }

    private Result start(Service service, DeviceRequest request, Authenticated by) {
        String verificationUri = service.settings().device().verificationUri();
        if (verificationUri == null) {
            currentSettings.require(service, by.client());
            return new NoVerificationUri();
        }
        return Attempts.until(() -> stored(service, request, verificationUri, by));
    }

    /** Empty if a code is in use: as there are not many user codes, that happens. */
    private Optional<Result> stored(Service service, DeviceRequest request, String verificationUri, Authenticated by) {
        DevicePolicy policy = service.settings().device();
        Instant now = clock.now();
        TokenValue deviceCode = generator.value();
        String userCode = policy.userCodes().code(randomness::bytes);
        DeviceAuthorization authorization = new DeviceAuthorization(
                deviceCode.hash(),
                TokenHash.of(userCode),
                service.id(),
                request,
                new Polling(policy.interval(), null),
                DeviceDecision.PENDING,
                now.plus(policy.codeLife()),
                null,
                Version.FIRST);
        return newSteps.add(StepKinds.DEVICE.toStep(authorization), SettingsVersions.of(service, by.client()))
                ? Optional.of(
                        new Started(authorization, deviceCode, userCode, verificationUri, by.client(), by.method()))
                : Optional.empty();
    }
}
