package dev.grantkeep.application.port.in.device;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.device.DeviceAuthorization;
import dev.grantkeep.domain.device.DeviceRefusal;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import org.jspecify.annotations.Nullable;

/** The device authorization endpoint (RFC 8628 section 3.1; contract 2.22). The service may be a stale copy. */
public interface StartDevice {
    Result handle(Command command);

    /**
     * The device's request.
     *
     * @param credentials the client's, from its header and its body
     */
    record Command(Service service, Parameters parameters, ClientCredentials credentials) {
        @Override
        public String toString() {
            return "StartDevice[" + service.id() + "]";
        }
    }

    sealed interface Result {}

    /**
     * The device can poll, and its user can be told the user code.
     *
     * @param verificationUri where the user enters it
     */
    record Started(
            DeviceAuthorization authorization,
            TokenValue deviceCode,
            String userCode,
            String verificationUri,
            Client client,
            ClientAuthMethod authMethod)
            implements Result {
        @Override
        public String toString() {
            return "Started[" + authorization.client() + "]";
        }
    }

    /** @param detail for a refusal that takes one */
    record Unauthenticated(
            AuthenticationRefusal why, @Nullable String detail) implements Result {}

    /** @param detail what it is about, such as a parameter's name */
    record Refused(DeviceRefusal why, @Nullable String detail) implements Result {}

    record ClientLocked(ClientId client) implements Result {}

    /** The service does not say where users enter their codes. */
    record NoVerificationUri() implements Result {}
}
