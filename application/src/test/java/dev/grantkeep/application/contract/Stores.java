package dev.grantkeep.application.contract;

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

/** All storage ports over one database. */
public interface Stores {
    ServiceStore services();

    ClientStore clients();

    GrantStore grants();

    AuthorizedClients authorizedClients();

    TokenStore tokens();

    TokenQueries queries();

    StepStore steps();

    EventLog events();

    Reclaimer reclaimer();

    DeadRecords deadRecords();

    /** Empties the database. Most tests use fresh ids instead; those that look at everything there is call this. */
    void clear();
}
