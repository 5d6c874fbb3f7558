package dev.grantkeep.domain.service;

import dev.grantkeep.domain.value.Members;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which request objects a service takes (RFC 9101, OpenID Connect Core section 6).
 *
 * @param issuer of the service; null if it has none
 * @param required whether an authorization request without one is refused
 * @param traditional whether the rules are those of OpenID Connect Core, by which parameters beside the object count too,
 *     and an object need not be signed; else they are those of RFC 9101
 * @param encryptionRequired whether one that did not come by a pushed request has to be encrypted
 * @param algorithmMatches whether {@code alg} of an encrypted one has to be what its client is registered with
 * @param contentMatches the same of {@code enc}
 * @param audienceChecked whether {@code aud} has to name the service
 * @param clockSkew by how much the clocks of clients may differ from the service's, in whole seconds
 */
public record RequestObjectPolicy(
        @Nullable String issuer,
        boolean required,
        boolean traditional,
        boolean encryptionRequired,
        boolean algorithmMatches,
        boolean contentMatches,
        boolean audienceChecked,
        Duration clockSkew) {
    static RequestObjectPolicy of(Members members) {
        return new RequestObjectPolicy(
                members.text("issuer"),
                members.demands("requestObjectRequired"),
                members.flag("traditionalRequestObjectProcessingApplied"),
                members.demands("frontChannelRequestObjectEncryptionRequired"),
                members.demands("requestObjectEncryptionAlgMatchRequired"),
                members.demands("requestObjectEncryptionEncMatchRequired"),
                members.demands("requestObjectAudienceChecked"),
                Duration.ofSeconds(members.whole("allowableClockSkew")));
    }

    /**
     * Whether an object is for the service, as far as that is asked for.
     *
     * @param audience the claim {@code aud}: a text or a list; anything else names nobody
     */
    public boolean isAudience(@Nullable Object audience) {
        return !audienceChecked
                || (issuer != null
                        && (issuer.equals(audience) || (audience instanceof List<?> list && list.contains(issuer))));
    }
}
