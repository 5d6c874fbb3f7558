package dev.grantkeep.adapter.rest.openapi;

import static dev.grantkeep.adapter.rest.error.CommonCodes.BODY_TOO_LARGE;
import static dev.grantkeep.adapter.rest.error.CommonCodes.CLIENT_LOCKED;
import static dev.grantkeep.adapter.rest.error.CommonCodes.CONTENDED;
import static dev.grantkeep.adapter.rest.error.CommonCodes.CONTENT_TYPE_UNSUPPORTED;
import static dev.grantkeep.adapter.rest.error.CommonCodes.CREDENTIALS_OF_ANOTHER;
import static dev.grantkeep.adapter.rest.error.CommonCodes.CREDENTIALS_WRONG;
import static dev.grantkeep.adapter.rest.error.CommonCodes.HEADER_MALFORMED;
import static dev.grantkeep.adapter.rest.error.CommonCodes.HEADER_MISSING;
import static dev.grantkeep.adapter.rest.error.CommonCodes.NOT_ACCEPTABLE;
import static dev.grantkeep.adapter.rest.error.CommonCodes.ORIGIN_FOREIGN;
import static dev.grantkeep.adapter.rest.error.CommonCodes.OVERLOADED;
import static dev.grantkeep.adapter.rest.error.CommonCodes.PATH_UNKNOWN;
import static dev.grantkeep.adapter.rest.error.CommonCodes.REQUEST_MALFORMED;
import static dev.grantkeep.adapter.rest.error.CommonCodes.REQUEST_TOO_SLOW;
import static dev.grantkeep.adapter.rest.error.CommonCodes.SERVER_ERROR;
import static dev.grantkeep.adapter.rest.error.CommonCodes.SERVICE_UNKNOWN;
import static dev.grantkeep.adapter.rest.error.CommonCodes.STORE_UNAVAILABLE;
import static dev.grantkeep.adapter.rest.error.CommonCodes.TOO_MUCH_AT_ONCE;

import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.openapi.Operation.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answers of 400 and above that a call may get, by their status: the codes that may stand in each. */
final class Errors {
    /** What any call may get. */
    private static final List<ResultCode> OF_ALL = List.of(
            REQUEST_MALFORMED,
            ORIGIN_FOREIGN,
            PATH_UNKNOWN,
            NOT_ACCEPTABLE,
            REQUEST_TOO_SLOW,
            BODY_TOO_LARGE,
            CONTENT_TYPE_UNSUPPORTED,
            SERVER_ERROR,
            STORE_UNAVAILABLE,
            CONTENDED,
            OVERLOADED,
            TOO_MUCH_AT_ONCE);

    /** What a call that needs credentials may get beside that. */
    private static final List<ResultCode> OF_CREDENTIALS =
            List.of(HEADER_MALFORMED, HEADER_MISSING, CREDENTIALS_WRONG, CREDENTIALS_OF_ANOTHER, SERVICE_UNKNOWN);

    private Errors() {}

    /** What every call that needs credentials may get. */
    static SortedMap<Integer, List<ResultCode>> common() {
        return byStatus(withCredentials());
    }

    static SortedMap<Integer, List<ResultCode>> of(Operation operation) {
        List<ResultCode> codes =
                operation.caller() == Caller.ANYBODY ? new ArrayList<>(OF_ALL) : new ArrayList<>(withCredentials());
        Group group = operation.group();
        if (group != null) {
            codes.add(group.badParameter());
        }
        if (operation.isAboutClient()) {
            codes.add(CLIENT_LOCKED);
        }
        if (group != null && operation.isAboutClient()) {
            codes.add(group.clientUnknown());
            codes.add(group.clientOfAnotherService());
        }
        operation.codes().stream().filter(code -> code.status() >= 400).forEach(codes::add);
        return byStatus(codes);
    }

    private static List<ResultCode> withCredentials() {
        List<ResultCode> codes = new ArrayList<>(OF_ALL);
        codes.addAll(OF_CREDENTIALS);
        return codes;
    }

    private static SortedMap<Integer, List<ResultCode>> byStatus(List<ResultCode> codes) {
        SortedMap<Integer, List<ResultCode>> byStatus = new TreeMap<>();
        codes.forEach(code -> byStatus.computeIfAbsent(code.status(), status -> new ArrayList<>())
                .add(code));
        return byStatus;
    }
}
