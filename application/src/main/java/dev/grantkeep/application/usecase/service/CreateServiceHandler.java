package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.service.CreateService;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.key.RegisteredKeys;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.Members;
import dev.grantkeep.domain.value.Version;
import java.time.Instant;
import java.util.Optional;

/** Creates services. */
@Wired
public final class CreateServiceHandler implements CreateService {
    static final int SECRET_BYTES = 32;

    private final ServiceStore services;
    private final Clock clock;
    private final ValueGenerator generator;
    private final RegisteredKeys keys;
    private final RegisteredSchemas schemas;

    public CreateServiceHandler(
            ServiceStore services,
            Clock clock,
            ValueGenerator generator,
            RegisteredKeys keys,
            RegisteredSchemas schemas) {
        this.services = services;
        this.clock = clock;
        this.generator = generator;
        this.keys = keys;
        this.schemas = schemas;
    }

    @Override
    public Service handle(Command command) {
        keys.requireOfService(Members.NONE, command.settings().members());
        schemas.require(
                ServiceSettings.EMPTY.detailSchemas(), command.settings().detailSchemas());
        return Attempts.until(() -> {
            Service service = newService(command.settings());
            return services.add(service.created()) == Saved.SAVED ? Optional.of(service) : Optional.empty();
        });
    }

    private Service newService(ServiceSettings settings) {
        Instant now = clock.now();
        return new Service(
                new ServiceId(generator.id()),
                generator.number(),
                generator.secret(SECRET_BYTES),
                generator.secret(SECRET_BYTES),
                settings,
                now,
                now,
                Version.FIRST);
    }
}
