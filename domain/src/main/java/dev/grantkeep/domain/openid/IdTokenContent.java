package dev.grantkeep.domain.openid;

import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.value.Members;
import org.jspecify.annotations.Nullable;

/**
 * What the authorization server wants in an ID token beside what the protocol has there.
 *
 * @param claims of the user
 * @param header further members of the JOSE header
 * @param audience null is as the service has it
 */
public record IdTokenContent(
        Members claims, Members header, @Nullable AudienceForm audience) {
    public static final IdTokenContent NONE = new IdTokenContent(Members.NONE, Members.NONE, null);
}
