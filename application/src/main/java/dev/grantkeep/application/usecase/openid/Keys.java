package dev.grantkeep.application.usecase.openid;

import dev.grantkeep.application.port.out.key.KeySetReading;
import dev.grantkeep.application.port.out.key.KeySets;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.key.KeySet;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** The keys of services and clients: their {@code jwks}. */
@Wired
public final class Keys {
    private final KeySets keySets;

    public Keys(KeySets keySets) {
        this.keySets = keySets;
    }

    /** What keys there are. */
    public sealed interface Result {}

    public record Found(KeySet set) implements Result {}

    /** @param why a sentence that names the setting at fault; may be shown to the owner of the service */
    public record Missing(String why) implements Result {}

    public Result of(Service service) {
        return read("The service", service.settings().jwks());
    }

    public Result of(Client client) {
        return read("The client", client.settings().jwks());
    }

    private Result read(String whose, @Nullable String jwks) {
        return jwks == null
                ? new Missing(whose + " has no `jwks`.")
                : switch (keySets.read(jwks)) {
                    case KeySetReading.Read read -> new Found(read.set());
                    case KeySetReading.Refused(String reason) ->
                        new Missing(whose + "'s `jwks` must be a JWK Set (RFC 7517): " + reason + ".");
                };
    }
}
