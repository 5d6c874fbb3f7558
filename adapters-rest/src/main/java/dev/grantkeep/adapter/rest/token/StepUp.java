package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.domain.token.TokenDetails;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a resource server demands of the token beside its scopes.
 *
 * @param resources the token must be for all of these, if it is restricted to any (RFC 8707)
 * @param acrs the user's authentication must be of one of these classes; empty is any (RFC 9470)
 * @param maxAge the most seconds since that authentication; 0 is any (RFC 9470)
 */
record StepUp(List<String> resources, List<String> acrs, long maxAge) {
    static StepUp read(Params params) {
        long maxAge = params.number("maxAge");
        if (maxAge < 0) {
            throw new BadRequest("The value of 'maxAge' must not be negative.");
        }
        return new StepUp(
                Objects.requireNonNullElse(params.words("resources"), List.of()),
                Objects.requireNonNullElse(params.words("acrValues"), List.of()),
                maxAge);
    }

    /** A resource that the token is not for. */
    Optional<String> missingResource(TokenDetails details) {
        List<String> held = details.accessTokenResources();
        return held.isEmpty()
                ? Optional.empty()
                : resources.stream()
                        .filter(resource -> !held.contains(resource))
                        .findFirst();
    }

    boolean acceptsAcr(TokenDetails details) {
        return acrs.isEmpty() || (details.acr() != null && acrs.contains(details.acr()));
    }

    /** A token that does not know when its user authenticated is not fresh. */
    boolean acceptsAge(TokenDetails details, Instant now) {
        Long authTime = details.authTime();
        return maxAge == 0 || (authTime != null && now.getEpochSecond() - authTime <= maxAge);
    }
}
