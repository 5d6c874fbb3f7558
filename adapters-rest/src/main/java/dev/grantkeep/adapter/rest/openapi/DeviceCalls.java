package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.DeviceCodes;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.domain.device.DeviceRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Devices that have no keyboard (RFC 8628). */
final class DeviceCalls {
    private static final String POST = "POST";

    private DeviceCalls() {}

    static List<Operation> all() {
        return List.of(authorization(), verification(), complete());
    }

    private static Operation authorization() {
        return Operation.of(
                        POST, "deviceAuthorization", "/device/authorization", "Answer a device authorization request")
                .takes("DeviceAuthorizationRequest", Fields.clientRequest())
                .answers(Answer.actions(
                        "deviceAuthorizationResponse",
                        List.of(Action.OK, Action.BAD_REQUEST, Action.UNAUTHORIZED, Action.INTERNAL_SERVER_ERROR),
                        Stream.concat(
                                Stream.of(
                                        Fields.RESPONSE_CONTENT,
                                        Field.of("clientAuthMethod", Schema.ref("ClientAuthMethod")),
                                        Fields.text(
                                                "deviceCode",
                                                "What the device polls with.",
                                                "Xv_su944auuBgc5mfUnxXayiiQU9"),
                                        Fields.USER_CODE,
                                        Field.of("verificationUri", Schema.uri("Where the user enters the code.")),
                                        Field.of(
                                                "verificationUriComplete", Schema.uri("The same with the code in it.")),
                                        Field.of("expiresIn", Schema.number("How long the codes live, in seconds.")),
                                        Field.of(
                                                "interval",
                                                Schema.number("How long to wait between polls, in seconds."))),
                                asked())))
                .aboutClient()
                .codes(
                        DeviceCodes.STARTED,
                        DeviceCodes.NO_PARAMETERS,
                        DeviceCodes.VALUE_INVALID,
                        DeviceCodes.NO_VERIFICATION_URI,
                        DeviceCodes.NOT_SUPPORTED_YET,
                        DeviceCodes.MALFORMED_PARAMETERS)
                .codes(Arrays.stream(DeviceRefusal.values()).map(DeviceCodes::of))
                .codes(TokenCalls.authenticationRefusals());
    }

    private static Operation verification() {
        return Operation.of(POST, "deviceVerification", "/device/verification", "Look up a user code")
                .takes("DeviceVerificationRequest", Fields.USER_CODE.always())
                .answers(Answer.actions(
                        "deviceVerificationResponse",
                        List.of(Action.VALID, Action.EXPIRED, Action.NOT_EXIST, Action.SERVER_ERROR),
                        Stream.concat(
                                Stream.of(Field.of("expiresAt", Schema.instant("When the code expires."))), asked())))
                .aboutClient()
                .codes(
                        DeviceCodes.VALID,
                        DeviceCodes.VERIFICATION_INVALID,
                        DeviceCodes.NOT_VERIFIABLE_NOW,
                        DeviceCodes.CODE_UNKNOWN,
                        DeviceCodes.CODE_EXPIRED);
    }

    private static Operation complete() {
        return Operation.of(POST, "deviceComplete", "/device/complete", "Say what the user decided about a user code")
                .takes(
                        "DeviceCompleteRequest",
                        Fields.USER_CODE.always(),
                        Field.of(
                                        "result",
                                        Schema.oneOf(
                                                "What the user decided.",
                                                List.of("AUTHORIZED", "ACCESS_DENIED", "TRANSACTION_FAILED")))
                                .always(),
                        Fields.SUBJECT,
                        Fields.SCOPES,
                        Fields.PROPERTIES,
                        Fields.ACR,
                        Fields.AUTH_TIME,
                        Fields.SESSION_ID,
                        Fields.SUB,
                        Fields.CONSENTED_CLAIMS,
                        Fields.JWT_CLAIMS,
                        Fields.CLAIMS,
                        Fields.HEADER_PARAMS,
                        Fields.ID_TOKEN_AUDIENCE,
                        Fields.ACCESS_TOKEN_DURATION,
                        Fields.REFRESH_TOKEN_DURATION,
                        Fields.text("errorDescription", "What the client is told if there is no yes.", "Not now."),
                        Field.of(
                                "errorUri",
                                Schema.uri("Where the client finds more.").example("https://as.example/no")))
                .answers(Answer.actions(
                        "deviceCompleteResponse",
                        List.of(
                                Action.SUCCESS,
                                Action.INVALID_REQUEST,
                                Action.USER_CODE_EXPIRED,
                                Action.USER_CODE_NOT_EXIST,
                                Action.SERVER_ERROR)))
                .aboutClient()
                .codes(
                        DeviceCodes.COMPLETED,
                        DeviceCodes.COMPLETION_INVALID,
                        DeviceCodes.COMPLETED_UNKNOWN,
                        DeviceCodes.COMPLETED_EXPIRED,
                        DeviceCodes.NOT_COMPLETABLE_NOW,
                        DeviceCodes.DEMAND_NOT_MET);
    }

    private static Stream<Field> asked() {
        Stream<Field> request = Stream.of(
                Fields.text("clientName", "The client's name.", "TV"),
                Field.of("scopes", Schema.listOf(Schema.ref("Scope"), "What the client asks for.")),
                Field.of("claimNames", Schema.texts("Names of the claims that the scopes stand for.")),
                Field.of("acrs", Schema.texts("Authentication context classes that are asked for.")),
                Field.of("resources", Schema.texts("The targets that the client asks for (RFC 8707).")),
                Fields.AUTHORIZATION_DETAILS);
        return Stream.of(request, Fields.client(), Fields.attributes()).flatMap(part -> part);
    }
}
