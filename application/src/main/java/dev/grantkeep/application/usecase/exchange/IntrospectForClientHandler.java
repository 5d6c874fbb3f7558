package dev.grantkeep.application.usecase.exchange;

import dev.grantkeep.application.port.in.exchange.IntrospectForClient;
import dev.grantkeep.application.port.in.token.IntrospectStandard;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.client.Client;

/** Introspects for clients. The look at a client's own token has shown that the copy of the client is current. */
@Wired
public final class IntrospectForClientHandler implements IntrospectForClient {
    private final IntrospectStandard introspectStandard;
    private final CurrentSettings currentSettings;

    public IntrospectForClientHandler(IntrospectStandard introspectStandard, CurrentSettings currentSettings) {
        this.introspectStandard = introspectStandard;
        this.currentSettings = currentSettings;
    }

    @Override
    public IntrospectStandard.Result handle(Command command) {
        return switch (introspectStandard.handle(command.asked())) {
            case IntrospectStandard.Active active -> told(command, active);
            case IntrospectStandard.Inactive inactive -> inactive;
        };
    }

    private IntrospectStandard.Result told(Command command, IntrospectStandard.Active active) {
        Client client = command.client();
        boolean own = active.client().id().equals(client.id());
        if (!own && !client.settings().isResourceServer()) {
            return new IntrospectStandard.Inactive(active.kind());
        }
        if (!own || !active.client().version().equals(client.version())) {
            currentSettings.require(command.asked().service(), client);
        }
        return active;
    }
}
