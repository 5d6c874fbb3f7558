package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.service.ChangeServiceSecret;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Changes services' secrets. */
@Wired
public final class ChangeServiceSecretHandler implements ChangeServiceSecret {
    private final ServiceStore services;
    private final Clock clock;
    private final ValueGenerator generator;

    public ChangeServiceSecretHandler(ServiceStore services, Clock clock, ValueGenerator generator) {
        this.services = services;
        this.clock = clock;
        this.generator = generator;
    }

    @Override
    public Optional<Service> handle(Command command) {
        return Attempts.until(() -> attempt(command));
    }

    private Optional<Optional<Service>> attempt(Command command) {
        Optional<Service> found = services.find(command.id());
        if (found.isEmpty()) {
            return Optional.of(found);
        }
        var changed = found.get().withSecret(generator.secret(CreateServiceHandler.SECRET_BYTES), clock.now());
        return services.replace(changed) == Saved.SAVED ? Optional.of(Optional.of(changed.state())) : Optional.empty();
    }
}
