package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Minting;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.CreationOutcome;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.TokenCreation;

/** Mints tokens without a protocol flow. */
@Wired
public final class CreateTokenHandler implements CreateToken {
    private final ClientFinder finder;
    private final GrantHeads heads;
    private final Minter minter;

    public CreateTokenHandler(ClientFinder finder, GrantHeads heads, Minter minter) {
        this.finder = finder;
        this.heads = heads;
        this.minter = minter;
    }

    @Override
    public Result handle(Command command) {
        TokenCreation wanted = command.wanted();
        return wanted.refusal()
                .<Result>map(Refused::new)
                .orElseGet(() -> finder.<Result>with(
                        wanted.service(), command.client(), client -> create(wanted, client), ClientRefused::new));
    }

    private Result create(TokenCreation wanted, Client client) {
        return switch (wanted.decide(client)) {
            case CreationOutcome.Creatable(IssueOrder order) -> mint(order);
            case CreationOutcome.UnsupportedScopes(ScopeSet scopes) -> new UnsupportedScopes(scopes);
            case CreationOutcome.ClientLocked locked -> new ClientRefused(ClientRefusal.LOCKED);
            case CreationOutcome.Refused refused -> new Refused(refused);
        };
    }

    private Result mint(IssueOrder order) {
        Subject subject = order.subject();
        HeadState grant = subject == null
                ? null
                : HeadState.of(heads.ready(
                        new GrantKey(order.service().id(), order.client().id(), subject)));
        return switch (minter.mint(order, grant)) {
            case Minting.Done(Minted minted) -> created(order.client(), minted);
            case Minting.ValueTaken taken -> new ValueTaken();
            case Minting.Impossible(String why) -> new Impossible(why);
        };
    }

    private Result created(Client client, Minted minted) {
        minter.enliven(minted);
        return new Created(client, minted.token());
    }
}
