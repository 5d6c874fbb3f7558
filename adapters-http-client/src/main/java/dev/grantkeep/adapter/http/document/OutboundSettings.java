package dev.grantkeep.adapter.http.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How documents of others are fetched.
 *
 * @param allowInner whether inner addresses may be reached, and these also without encryption
 * @param timeout for a fetch, from the look-up of the name to the last byte, with all redirects
 * @param maxBytes the most that a document has
 */
@ConfigurationProperties("grantkeep.outbound")
record OutboundSettings(
        @Bindable(defaultValue = "false") boolean allowInner,
        @Bindable(defaultValue = "3s") Duration timeout,
        @Bindable(defaultValue = "262144") int maxBytes) {}
