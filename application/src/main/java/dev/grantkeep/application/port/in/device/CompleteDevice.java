package dev.grantkeep.application.port.in.device;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.device.DeviceDecision;
import dev.grantkeep.domain.duration.Durations;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.openid.IdTokenContent;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.Properties;
import dev.grantkeep.domain.token.TokenDetails;
import org.jspecify.annotations.Nullable;

/** The decision about a device's request (contract 2.22): of several one counts, and it uses the user code up. */
public interface CompleteDevice {
    Result handle(Command command);

    /** @param userCode as it was presented; anything at all, and exact */
    record Command(Service service, String userCode, Decision decision) {
        @Override
        public String toString() {
            return "CompleteDevice[" + service.id() + "]";
        }
    }

    sealed interface Decision {}

    /**
     * The user's yes.
     *
     * @param scopes the scopes that the user granted in place of those requested; null is those requested. {@code
     *     openid} is ignored unless it was requested
     * @param idToken for the ID token
     * @param durations explicit ones
     */
    record Yes(
            Subject subject,
            @Nullable ScopeSet scopes,
            Properties properties,
            TokenDetails details,
            IdTokenContent idToken,
            Durations durations)
            implements Decision {}

    record No(DeviceDecision.NotAuthorized why) implements Decision {}

    sealed interface Result {}

    record Completed() implements Result {}

    /** There is no such code, or it was decided about. */
    record Unknown() implements Result {}

    record Expired() implements Result {}

    /** Too many codes that do not exist were looked up at the service; whether this one does is not told. */
    record TooManyMisses() implements Result {}

    record ClientLocked(ClientId client) implements Result {}

    /** The service or client demands tokens that are not made. */
    record DemandNotMet() implements Result {}
}
