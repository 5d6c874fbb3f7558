package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.flow.ExchangeToken;
import dev.grantkeep.application.usecase.flow.Authentication.Authenticated;

/** What one grant type does at the token endpoint, once the client is authenticated and may use it. */
interface Exchange {
    ExchangeToken.Result exchange(ExchangeToken.Command command, Authenticated by);
}
