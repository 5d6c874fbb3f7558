package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Targets;
import java.util.List;
import java.util.Optional;

/**
 * What a token request says of the targets of its authorization: it may narrow the resources (RFC 8707 section 2.2).
 *
 * @param details its parameter {@code authorization_details}
 */
public record Narrowing(Parameters parameters, RequestedDetails details) {
    /** What is wrong with it. */
    public enum Fault {
        RESOURCE_MALFORMED,
        /** A target resource that was not granted. */
        RESOURCE_NOT_GRANTED,
        DETAILS_MALFORMED,
        /** Authorization details that are not those granted (RFC 9396 section 6). */
        DETAILS_NOT_GRANTED
    }

    /** What is wrong with it where this was granted. */
    public Optional<Fault> fault(Targets granted) {
        List<String> asked = Resources.of(parameters);
        if (Resources.areMalformed(parameters)) {
            return Optional.of(Fault.RESOURCE_MALFORMED);
        }
        if (!granted.canBeNarrowedTo(asked)) {
            return Optional.of(Fault.RESOURCE_NOT_GRANTED);
        }
        if (details instanceof RequestedDetails.Malformed) {
            return Optional.of(Fault.DETAILS_MALFORMED);
        }
        return details.areThose(granted.authorizationDetails())
                ? Optional.empty()
                : Optional.of(Fault.DETAILS_NOT_GRANTED);
    }
}
