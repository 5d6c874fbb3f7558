package dev.grantkeep.application.port.in.device;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.service.Service;

/** Tells what it is that a user code is of, for the user to decide about (RFC 8628 section 3.3; contract 2.22). */
public interface VerifyUserCode {
    Result handle(Command command);

    /** @param userCode as it was presented; anything at all, and exact: nothing is changed about case or dashes */
    record Command(Service service, String userCode) {
        @Override
        public String toString() {
            return "VerifyUserCode[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    record Valid(DeviceAuthorization authorization, Client client) implements Result {}

    /** There is no such code, or it was decided about. */
    record Unknown() implements Result {}

    record Expired() implements Result {}

    /** Too many codes that do not exist were looked up at the service; whether this one does is not told. */
    record TooManyMisses() implements Result {}

    record ClientLocked(ClientId client) implements Result {}
}
