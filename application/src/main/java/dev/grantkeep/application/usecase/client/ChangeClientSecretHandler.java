package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.client.ChangeClientSecret;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.value.Secret;

/** Changes clients' secrets. */
@Wired
public final class ChangeClientSecretHandler implements ChangeClientSecret {
    private static final int SECRET_BYTES = 64;

    private final ClientChanger changer;
    private final Clock clock;
    private final ValueGenerator generator;

    public ChangeClientSecretHandler(ClientChanger changer, Clock clock, ValueGenerator generator) {
        this.changer = changer;
        this.clock = clock;
        this.generator = generator;
    }

    @Override
    public Result handle(Command command) {
        Secret secret = command.chosen() == null ? generator.secret(SECRET_BYTES) : command.chosen();
        return changer.<Result>change(
                command.service(),
                command.client(),
                client -> client.withSecret(secret, clock.now()),
                (before, after) -> new Changed(after, before.secret()),
                ClientChanger.neverTaken(),
                Refused::new);
    }
}
