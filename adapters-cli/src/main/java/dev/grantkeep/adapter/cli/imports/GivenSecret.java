package dev.grantkeep.adapter.cli.imports;

import dev.grantkeep.domain.value.Secret;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Secrets in exports, some of which are only drawn as stars. */
final class GivenSecret {
    /** Stars, dots and the like, and what stands for a secret in templates: {@code ${vault.x}}. */
    private static final Pattern HIDDEN = Pattern.compile("[*•.xX-]+|\\$\\{.*|<.*>");

    /** What a client's secret may be (contract 2.18). */
    private static final Pattern TAKEN = Pattern.compile("[A-Za-z0-9_-]{1,86}");

    private GivenSecret() {}

    /** The secret; null if there is none, it is hidden, or the API does not take it. */
    static @Nullable Secret of(@Nullable String text) {
        return text == null
                        || HIDDEN.matcher(text).matches()
                        || !TAKEN.matcher(text).matches()
                ? null
                : new Secret(text);
    }
}
