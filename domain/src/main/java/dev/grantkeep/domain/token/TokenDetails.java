package dev.grantkeep.domain.token;

import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.openid.Identity;
import dev.grantkeep.domain.openid.UserAuthentication;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What most tokens do not have.
 *
 * @param namedBy how the client was named
 * @param scopesDenied whether the client asked for scopes, or had some, and has none: it has to be told (RFC 6749
 *     section 3.3)
 */
public record TokenDetails(
        Targets targets,
        UserAuthentication authentication,
        Identity identity,
        NamedBy namedBy,
        boolean forExternalAttachment,
        boolean scopesDenied) {
    public static final TokenDetails NONE =
            new TokenDetails(Targets.NONE, UserAuthentication.UNKNOWN, Identity.UNKNOWN, NamedBy.ID, false, false);

    /** What a client's own request says. */
    public static TokenDetails ofRequest(Targets targets, NamedBy namedBy) {
        return NONE.withTargets(targets).requestedBy(namedBy);
    }

    public TokenDetails withTargets(Targets newTargets) {
        return targets.equals(newTargets) ? this : copy(newTargets, authentication, identity, namedBy, scopesDenied);
    }

    public TokenDetails withAuthentication(UserAuthentication newAuthentication) {
        return copy(targets, newAuthentication, identity, namedBy, scopesDenied);
    }

    public TokenDetails withIdentity(Identity newIdentity) {
        return copy(targets, authentication, newIdentity, namedBy, scopesDenied);
    }

    /** These details with the access token for these targets only; none are those of the grant. */
    public TokenDetails narrowed(List<String> resources, RequestedDetails details) {
        return withTargets(targets.narrowed(resources, details));
    }

    /** These details, and another name of the client. */
    public TokenDetails requestedBy(NamedBy newName) {
        return namedBy == newName ? this : copy(targets, authentication, identity, newName, scopesDenied);
    }

    /** These details of a token that has no scopes though the client asked for some, if that is so. */
    public TokenDetails denyingScopes(boolean denied) {
        return denied && !scopesDenied ? copy(targets, authentication, identity, namedBy, true) : this;
    }

    /** These details without a user's authentication; a session that was named stays. */
    public TokenDetails withoutAuthentication() {
        return withAuthentication(new UserAuthentication(null, null, authentication.sessionId()));
    }

    TokenDetails with(@Nullable String newAuthorizationDetails, boolean attachment) {
        return new TokenDetails(
                targets.authorizedFor(newAuthorizationDetails),
                authentication,
                identity,
                namedBy,
                forExternalAttachment || attachment,
                scopesDenied);
    }

    private TokenDetails copy(
            Targets newTargets, UserAuthentication user, Identity newIdentity, NamedBy newName, boolean denied) {
        return new TokenDetails(newTargets, user, newIdentity, newName, forExternalAttachment, denied);
    }
}
