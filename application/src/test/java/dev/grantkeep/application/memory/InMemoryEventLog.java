package dev.grantkeep.application.memory;

import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.domain.service.ServiceId;
import java.util.Collection;
import java.util.List;

/** The events in memory. */
public final class InMemoryEventLog implements EventLog {
    private final InMemoryDatabase database;

    public InMemoryEventLog(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public List<Pending> pending(ServiceId service, int limit) {
        return database.locked(() -> database.events.stream()
                .filter(pending -> pending.happened().service().equals(service))
                .limit(limit)
                .toList());
    }

    @Override
    public void acknowledge(ServiceId service, Collection<Pending> told) {
        database.locked(() -> database.events.removeIf(
                pending -> pending.happened().service().equals(service) && told.contains(pending)));
    }
}
