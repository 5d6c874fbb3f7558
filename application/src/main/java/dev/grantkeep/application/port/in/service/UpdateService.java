package dev.grantkeep.application.port.in.service;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.service.ServiceSettings;
import dev.grantkeep.domain.value.InvalidMember;
import java.util.Optional;

/** Changes a service's settings. Tokens that exist keep their expiry ("Changing token duration"). */
public interface UpdateService {
    /**
     * The service as it is then; empty if there is none.
     *
     * @throws InvalidMember if {@code jwks} changes and is not a JWK Set
     */
    Optional<Service> handle(Command command);

    record Command(ServiceId id, Change change) {}

    /** The new settings, worked out from the current ones; may be asked again if those change meanwhile. */
    @FunctionalInterface
    interface Change {
        /**
         * @throws IllegalArgumentException if the wish is not valid; then nothing changes
         */
        ServiceSettings apply(Service current);
    }
}
