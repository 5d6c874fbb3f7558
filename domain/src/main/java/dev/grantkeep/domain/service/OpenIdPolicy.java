package dev.grantkeep.domain.service;

import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.value.Members;
import java.util.Optional;

/**
 * What a service's ID tokens are like (OpenID Connect Core).
 *
 * @param audience how {@code aud} is written where nobody says; a list unless the service says otherwise
 * @param claimsNeedNoAccessToken whether the claims of scopes are for the ID token only where no access token is issued
 *     with it, by which they could be had from the userinfo endpoint (section 5.4)
 * @param reissuable whether a refresh may give a new ID token
 * @param tellsSession whether ID tokens name the user's session ({@code sid})
 */
public record OpenIdPolicy(
        AudienceForm audience, boolean claimsNeedNoAccessToken, boolean reissuable, boolean tellsSession) {
    static OpenIdPolicy of(Members members) {
        Optional<AudienceForm> audience =
                Optional.ofNullable(members.text("idTokenAudType")).flatMap(AudienceForm::ofName);
        return new OpenIdPolicy(
                audience.orElse(AudienceForm.ARRAY),
                members.flag("claimShortcutRestrictive"),
                members.flag("idTokenReissuable"),
                members.flag("backchannelLogoutSessionSupported"));
    }
}
