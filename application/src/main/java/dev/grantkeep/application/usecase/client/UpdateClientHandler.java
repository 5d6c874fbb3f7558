package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.in.client.UpdateClient;
import dev.grantkeep.application.port.out.Clock;

/** Changes clients' settings. */
public final class UpdateClientHandler implements UpdateClient {
    private final ClientChanger changer;
    private final Clock clock;

    public UpdateClientHandler(ClientChanger changer, Clock clock) {
        this.changer = changer;
        this.clock = clock;
    }

    @Override
    public Result handle(Command command) {
        return changer.<Result>change(
                command.service(),
                command.client(),
                client -> client.update(command.change().apply(client), clock.now()),
                (before, after) -> new Updated(after),
                AliasTaken::new,
                Refused::new);
    }
}
