package dev.grantkeep.domain.authorization;

import org.jspecify.annotations.Nullable;

/** What a client's authorization request is worth. */
public sealed interface RequestVerdict {
    /** Where a response goes; null if there is no redirect URI that can be trusted. */
    @Nullable
    ResponseTarget target();

    /**
     * The user can be asked.
     *
     * @param hints what the login and consent pages want to know
     */
    record Valid(AuthorizationRequest request, Hints hints) implements RequestVerdict {
        @Override
        public ResponseTarget target() {
            return request.target();
        }
    }

    /**
     * The request is not valid.
     *
     * @param detail what it is about, such as the redirect URI or a parameter's name
     * @param target where the error goes; null if there is no redirect URI that can be trusted
     */
    record Refused(
            AuthorizationRefusal why,
            @Nullable String detail,
            @Nullable ResponseTarget target) implements RequestVerdict {}
}
