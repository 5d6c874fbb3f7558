package dev.grantkeep.domain.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most tokens do not have.
 *
 * @param resources the target resources (RFC 8707), as URIs
 * @param authorizationDetails rich authorization details (RFC 9396), as one JSON text
 * @param acr the authentication context class of the user's authentication
 * @param authTime when the user authenticated, in seconds since the epoch; absent is unknown
 * @param sessionId the user's session, as the authorization server names it
 */
public record TokenDetails(
        List<String> resources,
        @Nullable String authorizationDetails,
        @Nullable String acr,
        @Nullable Long authTime,
        boolean forExternalAttachment,
        boolean clientIdAliasUsed,
        boolean clientEntityIdUsed,
        boolean metadataDocumentUsed,
        @Nullable String sessionId) {
    public static final TokenDetails NONE =
            new TokenDetails(List.of(), null, null, null, false, false, false, false, null);

    public TokenDetails {
        resources = List.copyOf(resources);
        if (authTime != null && authTime < 0) {
            throw new IllegalArgumentException("authTime is 0 or more: " + authTime);
        }
    }

    /** What a client's own request says. */
    public static TokenDetails ofRequest(List<String> resources, boolean clientIdAliasUsed) {
        return resources.isEmpty() && !clientIdAliasUsed
                ? NONE
                : new TokenDetails(resources, null, null, null, false, clientIdAliasUsed, false, false, null);
    }

    /** These details for other target resources and another name of the client. */
    public TokenDetails requestedBy(List<String> targets, boolean aliasUsed) {
        return new TokenDetails(
                targets,
                authorizationDetails,
                acr,
                authTime,
                forExternalAttachment,
                aliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId);
    }

    /** These details without a user's authentication. */
    public TokenDetails withoutAuthentication() {
        return new TokenDetails(
                resources,
                authorizationDetails,
                null,
                null,
                forExternalAttachment,
                clientIdAliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId);
    }

    TokenDetails with(@Nullable String newAuthorizationDetails, boolean attachment) {
        return new TokenDetails(
                resources,
                newAuthorizationDetails == null ? authorizationDetails : newAuthorizationDetails,
                acr,
                authTime,
                forExternalAttachment || attachment,
                clientIdAliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId);
    }
}
