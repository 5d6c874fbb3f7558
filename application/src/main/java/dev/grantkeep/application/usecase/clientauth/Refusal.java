package dev.grantkeep.application.usecase.clientauth;

import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Why a client is not authenticated.
 *
 * @param detail for a refusal that takes one
 */
public record Refusal(AuthenticationRefusal why, @Nullable String detail) {
    Refusal(AuthenticationRefusal why) {
        this(why, null);
    }
}
