package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.util.List;

/**
 * What a service lets its clients be.
 *
 * @param aliasEnabled whether aliases of clients count
 * @param httpAliasProhibited whether a client's alias must not look like a web address
 * @param mostPerDeveloper the most clients that one developer may have; 0 is without limit
 * @param customMetadata the names of its clients' custom metadata
 */
public record ClientPolicy(
        boolean aliasEnabled, boolean httpAliasProhibited, int mostPerDeveloper, List<String> customMetadata) {
    static ClientPolicy of(Members members) {
        return new ClientPolicy(
                members.flag("clientIdAliasEnabled"),
                members.flag("httpAliasProhibited"),
                Math.toIntExact(members.whole("clientsPerDeveloper")),
                members.texts("supportedCustomClientMetadata"));
    }
}
