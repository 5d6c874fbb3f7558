package dev.grantkeep.application.port.in;

import dev.grantkeep.domain.service.ServiceId;

/**
 * The call was made with a copy of the settings that is out of date, and changed nothing. The caller forgets the copy,
 * checks the credentials against the current settings and repeats the call.
 */
public final class StaleSettings extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StaleSettings(ServiceId service) {
        super("the settings of service " + service + " have changed", null, false, false);
    }
}
