package dev.grantkeep.application.port.in.apps;

import dev.grantkeep.domain.apps.Access;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.service.Service;

/** Tells what all applications together can do for a user. */
public interface GetAccess {
    Access handle(Command command);

    record Command(Service service, Subject subject) {}
}
