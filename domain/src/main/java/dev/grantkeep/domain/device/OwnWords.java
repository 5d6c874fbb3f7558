package dev.grantkeep.domain.device;

import org.jspecify.annotations.Nullable;

/**
 * What the authorization server wants a device to be told about its no, in place of the usual words.
 *
 * @param description for {@code error_description}
 * @param uri for {@code error_uri}
 */
public record OwnWords(
        @Nullable String description, @Nullable String uri) {
    public static final OwnWords NONE = new OwnWords(null, null);
}
