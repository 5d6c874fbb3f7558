package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.service.UpdateService;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.RegisteredKeys;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Changes services' settings. */
@Wired
public final class UpdateServiceHandler implements UpdateService {
    private final ServiceStore services;
    private final Clock clock;
    private final RegisteredKeys keys;
    private final RegisteredSchemas schemas;

    public UpdateServiceHandler(ServiceStore services, Clock clock, RegisteredKeys keys, RegisteredSchemas schemas) {
        this.services = services;
        this.clock = clock;
        this.keys = keys;
        this.schemas = schemas;
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
        var changed = found.get().update(command.change().apply(found.get()), clock.now());
        keys.requireOfService(
                found.get().settings().members(), changed.state().settings().members());
        schemas.require(
                found.get().settings().detailSchemas(),
                changed.state().settings().detailSchemas());
        return services.replace(changed) == Saved.SAVED ? Optional.of(Optional.of(changed.state())) : Optional.empty();
    }
}
