package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.TokenWish;
import org.jspecify.annotations.Nullable;

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
        if (command.grantType() == GrantType.REFRESH_TOKEN) {
            return new Refused(Refusal.GRANT_TYPE_NOT_CREATABLE);
        }
        if (subjectIsMissing(command)) {
            return new Refused(Refusal.SUBJECT_MISSING);
        }
        return finder.<Result>with(
                command.service(), command.client(), client -> create(command, client), ClientRefused::new);
    }

    private Result create(Command command, Client client) {
        if (client.locked()) {
            return new ClientRefused(ClientRefusal.LOCKED);
        }
        if (Demands.onTokens(command.service(), client, command.scopes()).isPresent()) {
            return new Refused(Refusal.DEMAND_NOT_MET);
        }
        ScopeSet unsupported =
                command.scopes().minus(command.service().settings().scopes().names());
        return unsupported.isEmpty() ? mint(command, client) : new UnsupportedScopes(unsupported);
    }

    private Result mint(Command command, Client client) {
        GrantKey key = grantKey(command, client);
        HeadState grant = key == null ? null : HeadState.of(heads.ready(key));
        return minter.mint(order(command, client), grant)
                .map(minted -> created(client, minted))
                .orElseGet(() -> new Refused(Refusal.VALUE_TAKEN));
    }

    private Result created(Client client, Minted minted) {
        minter.enliven(minted);
        return new Created(client, minted.token());
    }

    private static IssueOrder order(Command command, Client client) {
        Subject subject = subjectOf(command);
        return new IssueOrder(
                command.service(),
                client,
                command.grantType(),
                subject,
                command.scopes(),
                command.scopes(),
                new TokenWish(command.requested(), command.persistent(), command.access(), command.refresh()),
                command.properties(),
                subject == null ? command.details().withoutAuthentication() : command.details());
    }

    private static @Nullable GrantKey grantKey(Command command, Client client) {
        Subject subject = subjectOf(command);
        return subject == null ? null : new GrantKey(command.service().id(), client.id(), subject);
    }

    private static boolean subjectIsMissing(Command command) {
        return command.subject() == null
                && command.grantType() != GrantType.CLIENT_CREDENTIALS
                && command.grantType() != GrantType.JWT_BEARER;
    }

    private static @Nullable Subject subjectOf(Command command) {
        return command.grantType() == GrantType.CLIENT_CREDENTIALS ? null : command.subject();
    }
}
