package dev.grantkeep.application.port.in.exchange;

/** Why a device code gave no token (RFC 8628 section 3.5). */
public enum DeviceCodeRefusal implements TokenRefusal {
    NO_DEVICE_CODE("invalid_request", "A242301", "The token request does not contain 'device_code' parameter."),
    UNKNOWN_DEVICE_CODE("invalid_grant", "A242302", "No such device code."),
    EXPIRED_DEVICE_CODE("expired_token", "A242303", "The device code has expired."),
    SLOW_DOWN(
            "slow_down",
            "A242304",
            "The device polls faster than it may: from now on it has to wait five seconds longer between two polls."),
    DENIED("access_denied", "A242305", "The end-user denied the device authorization request."),
    FAILED("expired_token", "A242306", "The device authorization request could not be completed."),
    PENDING("authorization_pending", "A242307", "The device authorization request has not been authorized yet."),
    /** The scope {@code openid} needs an ID token, and a setting for it is wrong; the code stays good. */
    ID_TOKEN_IMPOSSIBLE("server_error", "A242201", "An ID token cannot be made. %s");

    private final Wording wording;

    DeviceCodeRefusal(String error, String code, String pattern) {
        this.wording = new Wording(error, code, pattern);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
