package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import java.util.Optional;

/** Tells whose API secret a caller presents who presents nothing else, as by a Bearer token (RFC 6750 section 2.1). */
public interface IdentifyService {
    /** The service whose secret it is. */
    Optional<ServiceId> handle(Command command);

    record Command(Secret presented) {}
}
