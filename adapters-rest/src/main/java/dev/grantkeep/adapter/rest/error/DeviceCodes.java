package dev.grantkeep.adapter.rest.error;

import dev.grantkeep.domain.device.DeviceRefusal;

/**
 * Result codes of {@code device/authorization} (220 the call, 221 the device's request), {@code device/verification} (224
 * and 225) and {@code device/complete} (241).
 */
public final class DeviceCodes {
    public static final ResultCode STARTED =
            of("A220001", "The device authorization request was processed successfully.");
    public static final ResultCode NO_PARAMETERS =
            of("A220201", "The device authorization request from the service does not contain 'parameters' parameter.");
    public static final ResultCode VALUE_INVALID = of("A220202", "%s");
    public static final ResultCode NO_VERIFICATION_URI = of(
            "A220203", "The service does not say where users enter their codes: 'deviceVerificationUri' is not set.");
    public static final ResultCode NOT_SUPPORTED_YET = of("A221301", "%s");
    public static final ResultCode MALFORMED_PARAMETERS = of(
            "A221302",
            "The device authorization request is not well-formed application/x-www-form-urlencoded in UTF-8.");
    public static final ResultCode VALID = of("A224001", "The user code is valid.");
    public static final ResultCode VERIFICATION_INVALID = of("A224201", "%s");
    public static final ResultCode NOT_VERIFIABLE_NOW =
            of("A224202", "Too many user codes that do not exist were looked up: try again in a minute.");
    public static final ResultCode CODE_UNKNOWN = of("A225301", "The user code does not exist.");
    public static final ResultCode CODE_EXPIRED = of("A225302", "The user code has expired.");
    public static final ResultCode COMPLETED = of("A241001", "The API call was processed successfully.");
    public static final ResultCode COMPLETION_INVALID = of("A241201", "%s");
    public static final ResultCode COMPLETED_UNKNOWN =
            of("A241202", "The user code does not exist, or was decided about.");
    public static final ResultCode COMPLETED_EXPIRED = of("A241203", "The user code has expired.");
    public static final ResultCode NOT_COMPLETABLE_NOW =
            of("A241204", "Too many user codes that do not exist were looked up: try again in a minute.");
    public static final ResultCode DEMAND_NOT_MET =
            of("A241205", "The service or the client demands access tokens of a kind that is not supported yet.");

    private DeviceCodes() {}

    /** The refusal's code; its pattern may take what the refusal is about. */
    public static ResultCode of(DeviceRefusal why) {
        return switch (why) {
            case PARAMETER_REPEATED ->
                of("A221303", "The device authorization request contains the parameter '%s' more than once.");
            case UNSUPPORTED_GRANT_TYPE ->
                of("A221304", "The grant type of device codes is not supported by this service.");
            case GRANT_TYPE_NOT_ALLOWED ->
                of("A221305", "The grant type of device codes is not allowed for the client.");
            case DEMAND_NOT_MET -> of("A221306", "The service or the client demands what is not supported yet (%s).");
            case PARAMETER_NOT_SUPPORTED ->
                of(
                        "A221307",
                        "The device authorization request contains '%s': what it asks for is not supported there.");
            case MALFORMED_SCOPE -> of("A221308", "The value of 'scope' is malformed.");
            case SCOPE_REQUIRED ->
                of(
                        "A221309",
                        "The service requires scopes,"
                                + " and the device authorization request has none that the client may request.");
            case MALFORMED_RESOURCE ->
                of("A221310", "A value of 'resource' is not an absolute URI without a fragment.");
            case AUTHORIZATION_DETAILS_MALFORMED ->
                of("A221311", "The value of 'authorization_details' is not an array of objects that each have a type.");
            case AUTHORIZATION_DETAILS_UNFIT ->
                of("A221313", "The authorization details do not fit the schema of their type. %s");
            case AUTHORIZATION_DETAILS_TYPE_REFUSED ->
                of(
                        "A221312",
                        "The authorization details type '%s' is not supported by the service,"
                                + " or not allowed for the client.");
        };
    }

    private static ResultCode of(String code, String pattern) {
        return new ResultCode(code, 200, pattern);
    }
}
