package dev.grantkeep.adapter.rest.exchange;

import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.application.port.in.exchange.ClientCredentials;
import dev.grantkeep.domain.authorization.Parameters;

/** Reads how a client presented itself: the caller takes its Basic header apart, its body is as it came. */
public final class PresentedClient {
    private PresentedClient() {}

    public static ClientCredentials of(Params params, Parameters body) {
        return new ClientCredentials(
                params.text("clientId"),
                params.text("clientSecret"),
                body.value("client_id").orElse(null),
                body.value("client_secret").orElse(null));
    }
}
