package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.RequestVerdict;

/** Where a request's parameters come from. */
sealed interface RequestSource {
    /** @param effective the parameters that count */
    record Known(Parameters effective) implements RequestSource {}

    /** What the request names cannot be used. */
    record Refused(RequestVerdict.Refused verdict) implements RequestSource {}
}
