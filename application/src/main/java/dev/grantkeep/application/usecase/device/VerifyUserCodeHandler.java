package dev.grantkeep.application.usecase.device;

import dev.grantkeep.application.port.in.device.VerifyUserCode;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.device.DeviceAuthorization;

/** Shows what a user code is of. */
@Wired
public final class VerifyUserCodeHandler implements VerifyUserCode {
    private final UserCodes userCodes;
    private final ClientStore clients;

    public VerifyUserCodeHandler(UserCodes userCodes, ClientStore clients) {
        this.userCodes = userCodes;
        this.clients = clients;
    }

    @Override
    public Result handle(Command command) {
        return switch (userCodes.look(command.service(), command.userCode())) {
            case UserCodes.Found(DeviceAuthorization authorization) -> valid(authorization);
            case UserCodes.Unknown unknown -> new Unknown();
            case UserCodes.Expired expired -> new Expired();
            case UserCodes.TooManyMisses tooMany -> new TooManyMisses();
        };
    }

    private Result valid(DeviceAuthorization authorization) {
        return clients.find(authorization.service(), authorization.client())
                .<Result>map(
                        client -> client.locked() ? new ClientLocked(client.id()) : new Valid(authorization, client))
                .orElseGet(Unknown::new);
    }
}
