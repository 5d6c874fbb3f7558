package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a service has its device flow (RFC 8628).
 *
 * @param verificationUri where users enter their codes; null if there is no such page
 * @param verificationUriComplete the same with {@code USER_CODE} in the place of the code; null if devices show no such
 *     address
 * @param codeLife of a device code and its user code; 600 seconds when not set
 * @param interval between two polls; 5 seconds when not set
 */
public record DevicePolicy(
        @Nullable String verificationUri,
        @Nullable String verificationUriComplete,
        Duration codeLife,
        Duration interval,
        UserCodeForm userCodes) {
    private static final long DEFAULT_LIFE = 600;
    private static final long DEFAULT_INTERVAL = 5;

    static DevicePolicy of(Members members) {
        return new DevicePolicy(
                members.text("deviceVerificationUri"),
                members.text("deviceVerificationUriComplete"),
                seconds(members, "deviceFlowCodeDuration", DEFAULT_LIFE),
                seconds(members, "deviceFlowPollingInterval", DEFAULT_INTERVAL),
                UserCodeForm.of(members));
    }

    /** The address that has the code in it (RFC 8628 section 3.3.1); null if there is none. */
    public @Nullable String verificationUriComplete(String userCode) {
        return verificationUriComplete == null ? null : verificationUriComplete.replace("USER_CODE", userCode);
    }

    private static Duration seconds(Members members, String name, long standard) {
        long set = members.whole(name);
        return Duration.ofSeconds(set <= 0 ? standard : Math.min(set, Integer.MAX_VALUE));
    }
}
