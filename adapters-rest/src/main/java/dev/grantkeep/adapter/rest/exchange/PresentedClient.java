package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.application.port.in.exchange.AssertionParameters;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.authorization.Parameters;
import org.jspecify.annotations.Nullable;

/** Reads how a client presented itself: the caller takes its Basic header apart, its body is as it came. */
public final class PresentedClient {
    private PresentedClient() {}

    public static ClientCredentials of(Params params, Parameters body) {
        return new ClientCredentials(
                params.text("clientId"),
                params.text("clientSecret"),
                body.value("client_id").orElse(null),
                body.value("client_secret").orElse(null),
                assertion(body));
    }

    private static @Nullable AssertionParameters assertion(Parameters body) {
        AssertionParameters assertion = new AssertionParameters(
                body.value("client_assertion_type").orElse(null),
                body.value("client_assertion").orElse(null));
        return assertion.type() == null && assertion.jwt() == null ? null : assertion;
    }
}
