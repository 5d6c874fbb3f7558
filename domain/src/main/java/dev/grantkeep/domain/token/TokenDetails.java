package dev.grantkeep.domain.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most tokens do not have.
 *
 * @param resources the target resources of the whole grant (RFC 8707), as URIs; none is no restriction. A refresh token
 *     is for them
 * @param narrowedTo the target resources that the access token was narrowed to; absent is those of the grant
 * @param authorizationDetails rich authorization details (RFC 9396), as one JSON text
 * @param acr the authentication context class of the user's authentication
 * @param authTime when the user authenticated, in seconds since the epoch; absent is unknown
 * @param sessionId the user's session, as the authorization server names it
 * @param scopesDenied whether the client asked for scopes, or had some, and has none: it has to be told (RFC 6749
 *     section 3.3)
 */
public record TokenDetails(
        List<String> resources,
        @Nullable List<String> narrowedTo,
        @Nullable String authorizationDetails,
        @Nullable String acr,
        @Nullable Long authTime,
        boolean forExternalAttachment,
        boolean clientIdAliasUsed,
        boolean clientEntityIdUsed,
        boolean metadataDocumentUsed,
        @Nullable String sessionId,
        boolean scopesDenied) {
    public static final TokenDetails NONE =
            new TokenDetails(List.of(), null, null, null, false, false, false, false, null);

    public TokenDetails {
        resources = List.copyOf(resources);
        narrowedTo = narrowedTo == null || narrowedTo.isEmpty() || narrowedTo.equals(resources)
                ? null
                : List.copyOf(narrowedTo);
        if (authTime != null && authTime < 0) {
            throw new IllegalArgumentException("authTime is 0 or more: " + authTime);
        }
    }

    /** Details of a token that is for all target resources of its grant. */
    public TokenDetails(
            List<String> resources,
            @Nullable String authorizationDetails,
            @Nullable String acr,
            @Nullable Long authTime,
            boolean forExternalAttachment,
            boolean clientIdAliasUsed,
            boolean clientEntityIdUsed,
            boolean metadataDocumentUsed,
            @Nullable String sessionId) {
        this(
                resources,
                null,
                authorizationDetails,
                acr,
                authTime,
                forExternalAttachment,
                clientIdAliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId,
                false);
    }

    /** What a client's own request says. */
    public static TokenDetails ofRequest(List<String> resources, boolean clientIdAliasUsed) {
        return resources.isEmpty() && !clientIdAliasUsed
                ? NONE
                : new TokenDetails(resources, null, null, null, false, clientIdAliasUsed, false, false, null);
    }

    /** The target resources of the access token. */
    public List<String> accessTokenResources() {
        return narrowedTo == null ? resources : narrowedTo;
    }

    /** Whether an access token may be narrowed to these target resources (RFC 8707 section 2.2). */
    public boolean canBeNarrowedTo(List<String> targets) {
        return resources.isEmpty() || resources.containsAll(targets);
    }

    /** These details with the access token for these target resources only; none are those of the grant. */
    public TokenDetails narrowed(List<String> targets) {
        return targets.isEmpty() && narrowedTo == null ? this : forTargets(resources, targets, clientIdAliasUsed);
    }

    /** These details for other target resources and another name of the client. */
    public TokenDetails requestedBy(List<String> targets, boolean aliasUsed) {
        return forTargets(targets, narrowedTo, aliasUsed);
    }

    /** These details, with the authorization details that were asked for unless others were granted. */
    public TokenDetails orAuthorizedFor(@Nullable String askedAuthorizationDetails) {
        return authorizationDetails == null && askedAuthorizationDetails != null
                ? with(askedAuthorizationDetails, false)
                : this;
    }

    /** These details of a token that has no scopes though the client asked for some, if that is so. */
    public TokenDetails denyingScopes(boolean denied) {
        return denied && !scopesDenied
                ? new TokenDetails(
                        resources,
                        narrowedTo,
                        authorizationDetails,
                        acr,
                        authTime,
                        forExternalAttachment,
                        clientIdAliasUsed,
                        clientEntityIdUsed,
                        metadataDocumentUsed,
                        sessionId,
                        true)
                : this;
    }

    private TokenDetails forTargets(List<String> granted, @Nullable List<String> narrowed, boolean aliasUsed) {
        return new TokenDetails(
                granted,
                narrowed,
                authorizationDetails,
                acr,
                authTime,
                forExternalAttachment,
                aliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId,
                scopesDenied);
    }

    /** These details without a user's authentication. */
    public TokenDetails withoutAuthentication() {
        return new TokenDetails(
                resources,
                narrowedTo,
                authorizationDetails,
                null,
                null,
                forExternalAttachment,
                clientIdAliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId,
                scopesDenied);
    }

    TokenDetails with(@Nullable String newAuthorizationDetails, boolean attachment) {
        return new TokenDetails(
                resources,
                narrowedTo,
                newAuthorizationDetails == null ? authorizationDetails : newAuthorizationDetails,
                acr,
                authTime,
                forExternalAttachment || attachment,
                clientIdAliasUsed,
                clientEntityIdUsed,
                metadataDocumentUsed,
                sessionId,
                scopesDenied);
    }
}
