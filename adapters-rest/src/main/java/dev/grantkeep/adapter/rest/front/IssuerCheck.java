package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator, in the log, if the metadata of a service is asked for at another address than its issuer says: a client
 * refuses it then (OpenID Connect Discovery section 4.3). Whether it is {@code http} or {@code https} is not compared,
 * for something in front of Grantkeep may encrypt.
 */
@Singleton
final class IssuerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerCheck.class);
    /** Whoever asks chooses the address: what was told is remembered only so far. */
    private static final int MOST_TOLD = 1_000;

    private final Map<ServiceId, String> told = new ConcurrentHashMap<>();

    /** Tells it once for each issuer of a service. */
    void compare(Service service, FrontCall call) {
        String issuer = service.settings().issuer();
        String served = call.origin().map(IssuerCheck::authority).orElse("") + "/oauth/" + service.id();
        String said = Objects.requireNonNullElse(issuer, "none");
        if (!served.equals(withoutScheme(issuer)) && isNews(service.id(), said)) {
            LOG.warn(
                    "The issuer of service {} is {}, but its metadata was asked for at {}: clients compare the two",
                    service.id(),
                    said,
                    served);
        }
    }

    private boolean isNews(ServiceId service, String issuer) {
        if (told.size() >= MOST_TOLD) {
            told.clear();
        }
        return !issuer.equals(told.put(service, issuer));
    }

    private static @Nullable String withoutScheme(@Nullable String issuer) {
        if (issuer == null) {
            return null;
        }
        URI uri = URI.create(issuer);
        return uri.getHost() == null ? issuer : authority(uri) + uri.getRawPath();
    }

    private static String authority(URI uri) {
        return String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
