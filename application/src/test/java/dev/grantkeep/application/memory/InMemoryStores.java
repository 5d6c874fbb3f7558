package dev.grantkeep.application.memory;

import dev.grantkeep.application.contract.Stores;
import dev.grantkeep.application.port.out.AuthorizedClients;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.DeadRecords;
import dev.grantkeep.application.port.out.EventLog;
import dev.grantkeep.application.port.out.GrantStore;
import dev.grantkeep.application.port.out.Reclaimer;
import dev.grantkeep.application.port.out.ServiceStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.port.out.TokenQueries;
import dev.grantkeep.application.port.out.TokenStore;

/** All in-memory stores over one database. */
public final class InMemoryStores implements Stores {
    private final InMemoryDatabase database = new InMemoryDatabase();
    private final InMemoryServiceStore services = new InMemoryServiceStore(database);
    private final InMemoryClientStore clients = new InMemoryClientStore(database);
    private final InMemoryGrantStore grants = new InMemoryGrantStore(database);
    private final InMemoryTokenStore tokens = new InMemoryTokenStore(database);
    private final InMemoryStepStore steps = new InMemoryStepStore(database);
    private final InMemoryEventLog events = new InMemoryEventLog(database);
    private final InMemoryReclaimer reclaimer = new InMemoryReclaimer(database);

    @Override
    public ServiceStore services() {
        return services;
    }

    @Override
    public ClientStore clients() {
        return clients;
    }

    @Override
    public GrantStore grants() {
        return grants;
    }

    @Override
    public AuthorizedClients authorizedClients() {
        return grants;
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public TokenQueries queries() {
        return tokens;
    }

    @Override
    public StepStore steps() {
        return steps;
    }

    @Override
    public EventLog events() {
        return events;
    }

    @Override
    public Reclaimer reclaimer() {
        return reclaimer;
    }

    @Override
    public DeadRecords deadRecords() {
        return reclaimer;
    }

    /** Settings that are never out of date. */
    public DirectSnapshots snapshots() {
        return new DirectSnapshots(services, clients);
    }

    @Override
    public void clear() {
        database.clear();
    }
}
