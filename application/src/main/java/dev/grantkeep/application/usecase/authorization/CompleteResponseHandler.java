package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.in.authorization.CompleteResponse;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.usecase.Wired;

/** Completes responses that others decided on. Only one that is a JWT needs its client's settings. */
@Wired
public final class CompleteResponseHandler implements CompleteResponse {
    private final AuthorizationResponses responses;
    private final ClientStore clients;

    public CompleteResponseHandler(AuthorizationResponses responses, ClientStore clients) {
        this.responses = responses;
        this.clients = clients;
    }

    @Override
    public Result handle(Command command) {
        if (!command.to().target().mode().isJwt()) {
            return AuthorizationResponses.plain(command.service(), command.to(), command.parameters());
        }
        return clients.find(command.service().id(), command.to().client().id())
                .map(client -> responses.complete(command.service(), client, command.to(), command.parameters()))
                .orElseGet(() -> new Impossible("The client does not exist any more."));
    }
}
