package dev.grantkeep.domain.device;

import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.token.TokenHash;
import dev.grantkeep.domain.token.TokenId;
import dev.grantkeep.domain.value.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What joins a device that asks for a token to the decision of its user elsewhere (RFC 8628): the device has the device
 * code, the user enters the user code. It is decided about once, and redeemed once.
 *
 * @param hash of the device code
 * @param userCode hash of the user code. A user code is short, so whoever reads the hash can find it out: what protects it
 *     is that it is soon over
 * @param redeemedAs the token record that it became; absent before that
 */
public record DeviceAuthorization(
        TokenHash hash,
        TokenHash userCode,
        ServiceId service,
        DeviceRequest request,
        Polling polling,
        DeviceDecision decision,
        Instant expiresAt,
        @Nullable TokenId redeemedAs,
        Version version) {
    /** For so long after its end it can be told that it has expired. */
    private static final Duration TOLD_FOR = Duration.ofHours(1);

    public ClientId client() {
        return request.client().id();
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Until when it is kept. */
    public Instant keptUntil() {
        return expiresAt.plus(TOLD_FOR);
    }

    /** The end of what is kept until then. */
    public static Instant expiryOf(Instant keptUntil) {
        return keptUntil.minus(TOLD_FOR);
    }

    public boolean isPending() {
        return decision instanceof DeviceDecision.Pending;
    }

    DeviceAuthorization polled(Polling next) {
        return next(next, decision);
    }

    /** The same, decided about. */
    public DeviceAuthorization decided(DeviceDecision how) {
        return next(polling, how);
    }

    private DeviceAuthorization next(Polling nextPolling, DeviceDecision nextDecision) {
        return new DeviceAuthorization(
                hash, userCode, service, request, nextPolling, nextDecision, expiresAt, redeemedAs, version.next());
    }
}
