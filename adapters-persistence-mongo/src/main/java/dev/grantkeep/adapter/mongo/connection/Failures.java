package dev.grantkeep.adapter.mongo.connection;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the driver's exceptions mean, told in one line. They never cross a port themselves. */
final class Failures {
    private static final int LONGEST = 600;
    private static final String DUPLICATE_KEY = "E11000";

    /**
     * What a server of this kind or with these rights will refuse again: BadValue, FailedToParse, Unauthorized,
     * TypeMismatch, CommandNotFound, InvalidOptions, CommandNotSupported, InvalidPipelineOperator, NotImplemented, and
     * a stage that it does not know.
     */
    private static final Set<Integer> OUR_FAULTS = Set.of(2, 9, 13, 14, 59, 72, 115, 168, 238, 40_324);

    private Failures() {}

    static RuntimeException translated(MongoException e, String collection) {
        return e instanceof MongoCommandException refused && OUR_FAULTS.contains(refused.getErrorCode())
                ? new StoreRefused(
                        "MongoDB refuses a command on " + collection + ", error " + refused.getErrorCode() + " "
                                + refused.getErrorCodeName(),
                        e)
                : unavailable(e);
    }

    static StoreUnavailable unavailable(MongoException e) {
        return new StoreUnavailable("MongoDB cannot answer: " + reason(e), e);
    }

    /** The first lines of it and of what was behind it. */
    private static String reason(MongoException e) {
        String reason = firstLine(e);
        @Nullable Throwable cause = e.getCause();
        while (cause != null) {
            String line = firstLine(cause);
            reason = reason.contains(line) ? reason : reason + ": " + line;
            cause = cause.getCause();
        }
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    }

    /** A value that is taken would be part of it. */
    private static String firstLine(Throwable e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return line.contains(DUPLICATE_KEY) ? DUPLICATE_KEY : line;
    }
}
