package dev.grantkeep.domain.openid;

import dev.grantkeep.domain.protocol.AudienceForm;
import dev.grantkeep.domain.value.Members;
import java.util.regex.Pattern;
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
    private static final Pattern AN_ACCESS_TOKEN = Pattern.compile("(application/)?at\\+jwt", Pattern.CASE_INSENSITIVE);

    public static final IdTokenContent NONE = new IdTokenContent(Members.NONE, Members.NONE, null);

    /** Nobody may take it for an access token, whatever is wanted in its header (RFC 9068 section 2.1, RFC 8725 section 3.11). */
    public IdTokenContent {
        String type = header.text("typ");
        if (type != null && AN_ACCESS_TOKEN.matcher(type).matches()) {
            header = header.without("typ");
        }
    }
}
