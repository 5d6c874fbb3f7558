package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.PushedRequest;
import dev.grantkeep.domain.authorization.RequestOrigin;
import dev.grantkeep.domain.authorization.RequestVerdict;
import org.jspecify.annotations.Nullable;

/** Where a request's parameters come from. */
public sealed interface RequestSource {
    /**
     * @param effective the parameters that count
     * @param object the text of the request object that they are from; null if they are from none
     * @param used what is used up once the request is taken; null if there is nothing
     */
    record Known(
            Parameters effective,
            RequestOrigin origin,
            @Nullable String object,
            @Nullable PushedRequest used) implements RequestSource {
        /** Without the object, which may be what was encrypted. */
        @Override
        public String toString() {
            return "Known[" + effective + ", " + origin + "]";
        }
    }

    /** What the request names cannot be used. */
    record Refused(RequestVerdict.Refused verdict) implements RequestSource {}
}
