package dev.grantkeep.domain.common;

import java.util.List;
import java.util.Set;

/**
 * What the kept members of a service or a client ask of its requests. A list that is empty asks nothing.
 *
 * @param demands the protections that they demand and that are not given yet
 * @param acrs of a service: the authentication contexts it has; of a client: those it wishes for where a request names
 *     none
 * @param displays the values of {@code display} that a request may have, in lower case
 * @param prompts the values of {@code prompt} that a request may have, in lower case
 * @param responseModes the values of {@code response_mode} that a response may have, in lower case
 * @param authorizationDetailsTypes the types of {@code authorization_details} that a request may have
 * @param customMetadata of a service: the names of its clients' custom metadata
 * @param httpAliasProhibited of a service: whether a client's alias must not look like a web address
 */
public record KeptRules(
        Set<Demand> demands,
        List<String> acrs,
        List<String> displays,
        List<String> prompts,
        List<String> responseModes,
        List<String> authorizationDetailsTypes,
        List<String> customMetadata,
        boolean httpAliasProhibited) {
    public static final KeptRules NONE =
            new KeptRules(Set.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);

    public KeptRules {
        demands = Set.copyOf(demands);
        acrs = List.copyOf(acrs);
        displays = List.copyOf(displays);
        prompts = List.copyOf(prompts);
        responseModes = List.copyOf(responseModes);
        authorizationDetailsTypes = List.copyOf(authorizationDetailsTypes);
        customMetadata = List.copyOf(customMetadata);
    }
}
