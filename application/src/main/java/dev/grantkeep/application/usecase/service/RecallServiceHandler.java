package dev.grantkeep.application.usecase.service;

import dev.grantkeep.application.port.in.service.RecallService;
import dev.grantkeep.application.port.out.Snapshots;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.service.Service;
import java.util.Optional;

/** Finds copies of services. */
@Wired
public final class RecallServiceHandler implements RecallService {
    private final Snapshots snapshots;

    public RecallServiceHandler(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Optional<Service> handle(Command command) {
        if (command.anew()) {
            snapshots.forget(command.id());
        }
        return snapshots.service(command.id());
    }
}
