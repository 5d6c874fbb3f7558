package dev.grantkeep.application.document;

import dev.grantkeep.application.port.out.Step;
import dev.grantkeep.application.port.out.StepKind;
import dev.grantkeep.domain.authorization.PasswordTicket;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.token.Targets;
import java.util.Objects;

/** Tickets of requests with a password; the payload is what the token will be for, and nothing of the user. */
final class PasswordKind implements StepKind<PasswordTicket> {
    @Override
    public int number() {
        return 9;
    }

    @Override
    public boolean isOfGrant() {
        return false;
    }

    @Override
    public Step toStep(PasswordTicket ticket) {
        return new Step(
                key(ticket.service(), ticket.hash()),
                null,
                new Step.Owner(ticket.client().id(), null, null),
                ticket.expiresAt(),
                null,
                new TreeWriter()
                        .putIf("clientIdAliasUsed", ticket.client().namedBy() == NamedBy.ALIAS)
                        .put("scopes", ticket.scopes().allowed().toString())
                        .putIf("scopesDenied", ticket.scopes().denied())
                        .putAny("resources", ticket.targets().resources())
                        .put("authorizationDetails", ticket.targets().authorizationDetails())
                        .tree());
    }

    @Override
    public PasswordTicket read(Step step) {
        TreeReader from = new TreeReader(step.payload());
        ClientId client = Objects.requireNonNull(step.owner().client(), "a request has a client");
        return new PasswordTicket(
                step.key().hash(),
                step.key().service(),
                new NamedClient(client, NamedBy.aliasIf(from.flag("clientIdAliasUsed"))),
                new RequestedScopes(from.scopes("scopes"), from.flag("scopesDenied")),
                Targets.of(from.texts("resources"), from.textOrNull("authorizationDetails")),
                step.expiresAt());
    }
}
