package dev.grantkeep.application.usecase.client;

import dev.grantkeep.application.port.out.remote.DocumentAddress;
import dev.grantkeep.domain.client.ClientSettings;
import dev.grantkeep.domain.value.InvalidMember;
import java.util.List;

/**
 * Checks where a client registers its request objects to be (OpenID Connect Registration section 2). What it has had
 * before, from whenever that is, it may keep.
 */
final class RegisteredRequestUris {
    private static final String MEMBER = "requestUris";

    private RegisteredRequestUris() {}

    /**
     * @param before the settings that there are, or none
     * @throws InvalidMember if one is no address of a document, whatever its fragment is
     */
    static void require(ClientSettings before, ClientSettings after) {
        List<String> known = before.requestObjects().uris();
        after.requestObjects().uris().stream()
                .filter(uri -> !known.contains(uri))
                .forEach(RegisteredRequestUris::require);
    }

    private static void require(String uri) {
        try {
            new DocumentAddress(uri.split("#", 2)[0]);
        } catch (IllegalArgumentException e) {
            throw InvalidMember.mustBe(MEMBER, "addresses of documents: " + e.getMessage());
        }
    }
}
