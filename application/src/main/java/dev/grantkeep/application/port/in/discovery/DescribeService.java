package dev.grantkeep.application.port.in.discovery;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;

/** Says of a service what clients have to know (OpenID Connect Discovery section 3, RFC 8414 section 2). */
public interface DescribeService {
    Members handle(Command command);

    record Command(Service service) {}
}
