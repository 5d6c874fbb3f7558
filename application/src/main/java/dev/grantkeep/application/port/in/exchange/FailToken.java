package dev.grantkeep.application.port.in.exchange;

import dev.grantkeep.domain.service.Service;

/** The password was wrong, or the authorization server says no for another reason: uses the ticket up (contract 2.12). */
public interface FailToken {
    /** Whether this call used the ticket up; not if it is unknown, expired or used. */
    boolean handle(Command command);

    /** @param ticket as it was presented; anything at all */
    record Command(Service service, String ticket) {
        @Override
        public String toString() {
            return "FailToken[" + service.id() + "]";
        }
    }
}
