package dev.grantkeep.domain.device;

/** Why a device's request was refused, each with its OAuth error (RFC 8628 section 3.2, RFC 6749 section 5.2). */
public enum DeviceRefusal {
    PARAMETER_REPEATED("invalid_request"),
    UNSUPPORTED_GRANT_TYPE("unauthorized_client"),
    GRANT_TYPE_NOT_ALLOWED("unauthorized_client"),
    /** A protection is demanded that is not given. */
    DEMAND_NOT_MET("invalid_request"),
    /** A parameter asks for a protection that is not given. */
    PARAMETER_NOT_SUPPORTED("invalid_request"),
    MALFORMED_SCOPE("invalid_scope"),
    SCOPE_REQUIRED("invalid_scope"),
    MALFORMED_RESOURCE("invalid_target"),
    AUTHORIZATION_DETAILS_MALFORMED("invalid_authorization_details"),
    /** The service does not know the type, or the client may not use it. */
    AUTHORIZATION_DETAILS_TYPE_REFUSED("invalid_authorization_details"),
    /** One is not what the schema of its type demands. */
    AUTHORIZATION_DETAILS_UNFIT("invalid_authorization_details");

    private final String error;

    DeviceRefusal(String error) {
        this.error = error;
    }

    /** The value of {@code error}. */
    public String error() {
        return error;
    }
}
