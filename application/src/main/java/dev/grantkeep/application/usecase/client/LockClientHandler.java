package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.LockClient;
import dev.grantkeep.application.usecase.Wired;

/** Locks and unlocks clients. */
@Wired
public final class LockClientHandler implements LockClient {
    private final ClientChanger changer;
    private final Clock clock;

    public LockClientHandler(ClientChanger changer, Clock clock) {
        this.changer = changer;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return changer.<Result>change(
                command.service(),
                command.client(),
                client -> client.withLock(command.locked(), clock.now()),
                (before, after) -> new Done(after),
                ClientChanger.neverTaken(),
                Refused::new);
    }
}
