package dev.grantkeep.application.usecase.token;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.client.ClientRefusal;
import dev.grantkeep.application.port.in.token.CreateToken;
import dev.grantkeep.application.port.out.Basis;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Demands;
import dev.grantkeep.application.usecase.Fresh;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mints tokens without a protocol flow. */
public final class CreateTokenHandler implements CreateToken {
    private final ClientFinder finder;
    private final TokenStore tokens;
    private final GrantHeads heads;
    private final Clock clock;
    private final Fresh fresh;

    public CreateTokenHandler(ClientFinder finder, TokenStore tokens, GrantHeads heads, Clock clock, Fresh fresh) {
        this.finder = finder;
        this.tokens = tokens;
        this.heads = heads;
        this.clock = clock;
        this.fresh = fresh;
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
        if (key == null) {
            return store(command, client, null);
        }
        return client.hasSingleAccessTokenPerSubject(command.service())
                ? Attempts.until(() -> mintSingle(command, client, heads.ready(key)))
                : store(command, client, heads.ready(key).standing());
    }

    /**
     * A single token carries a generation of its own, to which the head moves once the token is stored. If the grant is
     * revoked meanwhile, the token never comes alive, and another is made of the grant as it is then.
     */
    private Optional<Result> mintSingle(Command command, Client client, GrantHead head) {
        GrantStanding own = new GrantStanding(fresh.generation(), head.rewrite().number());
        Result result = store(command, client, own);
        if (result instanceof Created(Client of, IssuedToken token)
                && !heads.supersede(head.key(), head.codeGeneration(), own.generation())) {
            tokens.remove(of.service(), token.record().id());
            return Optional.empty();
        }
        return Optional.of(result);
    }

    private Result store(Command command, Client client, @Nullable GrantStanding standing) {
        IssuedToken token = fresh.token(
                order(command, client, new Standing(client.generation(), standing)),
                command.access(),
                command.refresh(),
                clock.now());
        return switch (tokens.add(token.record(), Basis.of(command.service(), client))) {
            case STALE -> throw new StaleSettings(command.service().id());
            case TAKEN -> new Refused(Refusal.VALUE_TAKEN);
            case SAVED -> new Created(client, token);
        };
    }

    private static IssueOrder order(Command command, Client client, Standing standing) {
        Subject subject = subjectOf(command);
        return new IssueOrder(
                command.service(),
                client,
                command.grantType(),
                subject,
                command.scopes(),
                command.requested(),
                command.persistent(),
                command.properties(),
                subject == null ? command.details().withoutAuthentication() : command.details(),
                standing);
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
