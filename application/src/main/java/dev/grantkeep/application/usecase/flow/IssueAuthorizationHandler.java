package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.flow.IssueAuthorization;
import dev.grantkeep.application.port.in.flow.ResponseTarget;
import dev.grantkeep.application.port.out.Basis;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.CodeStore;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.TicketStore;
import dev.grantkeep.application.port.out.TokenStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Demands;
import dev.grantkeep.application.usecase.Fresh;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.common.GrantType;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.GrantStanding;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.IssuedToken;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues what the user said yes to. Code and token are stored first and the ticket is taken last: if anything fails on
 * the way, the ticket is still good, and what was stored is known to nobody.
 */
public final class IssueAuthorizationHandler implements IssueAuthorization {
    private final TicketFinder finder;
    private final TicketStore tickets;
    private final ClientStore clients;
    private final CodeStore codes;
    private final TokenStore tokens;
    private final GrantHeads heads;
    private final Clock clock;
    private final Fresh fresh;

    public IssueAuthorizationHandler(
            TicketFinder finder,
            TicketStore tickets,
            ClientStore clients,
            CodeStore codes,
            TokenStore tokens,
            GrantHeads heads,
            Clock clock,
            Fresh fresh) {
        this.finder = finder;
        this.tickets = tickets;
        this.clients = clients;
        this.codes = codes;
        this.tokens = tokens;
        this.heads = heads;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public Result handle(Command command) {
        return finder.find(command.service(), command.ticket())
                .map(ticket -> command.subject() == null && !isForNothing(ticket)
                        ? new SubjectMissing()
                        : issueToClient(command, ticket))
                .orElseGet(NoTicket::new);
    }

    private Result issueToClient(Command command, Ticket ticket) {
        return clients.find(command.service().id(), ticket.request().client())
                .map(client -> issue(command, ticket, client))
                .orElseGet(ClientGone::new);
    }

    private Result issue(Command command, Ticket ticket, Client client) {
        if (client.locked()) {
            return new ClientLocked(client.id());
        }
        if (Demands.onTokens(command.service(), client, grantedScopes(command, ticket.request(), client))
                .isPresent()) {
            return new DemandNotMet(ResponseTarget.of(ticket.request()));
        }
        return command.subject() == null
                ? acknowledge(ticket, client)
                : issueTo(command.subject(), command, ticket, client);
    }

    /** Whether neither a code nor a token follows from a yes (OAuth 2.0 Multiple Response Types, section 4). */
    private static boolean isForNothing(Ticket ticket) {
        return ticket.request().responseType() == ResponseType.NONE;
    }

    private Result acknowledge(Ticket ticket, Client client) {
        return tickets.take(ticket.service(), ticket.hash())
                ? new Issued(ResponseTarget.of(ticket.request()), client, null, null)
                : new NoTicket();
    }

    /** A token that the caller chose may be taken: then nothing may be remembered of this. */
    private Result issueTo(Subject subject, Command command, Ticket ticket, Client client) {
        ScopeSet scopes = grantedScopes(command, ticket.request(), client);
        GrantKey key = new GrantKey(command.service().id(), client.id(), subject);
        boolean mayBeTaken =
                command.access() != null && ticket.request().responseType().includesToken();
        GrantHead head = mayBeTaken ? heads.ready(key) : heads.authorize(key, scopes);
        Runnable remember = mayBeTaken ? () -> heads.authorize(key, scopes) : () -> {};
        return new Issuance(command, subject, ticket, client, scopes, head).issue(remember);
    }

    /** The service or the client may have lost scopes since they were requested. */
    private static ScopeSet grantedScopes(Command command, AuthorizationRequest request, Client client) {
        if (command.scopes() == null) {
            return client.allowed(request.scopes(), command.service());
        }
        ScopeSet allowed = client.allowed(command.scopes(), command.service());
        return request.scopes().contains(ScopeName.OPENID) ? allowed : allowed.without(ScopeName.OPENID);
    }

    /**
     * What was stored under a head.
     *
     * @param standing the token's
     */
    private record Minted(
            GrantHead head,
            GrantStanding standing,
            @Nullable IssuedToken token,
            @Nullable TokenValue code) {}

    /** One issuance, with all that it was decided on. */
    private final class Issuance {
        private final Command command;
        private final Subject subject;
        private final Ticket ticket;
        private final AuthorizationRequest request;
        private final Client client;
        private final ScopeSet scopes;
        private final GrantHead head;
        private final boolean single;
        private final Instant now = clock.now();

        Issuance(Command command, Subject subject, Ticket ticket, Client client, ScopeSet scopes, GrantHead head) {
            this.command = command;
            this.subject = subject;
            this.ticket = ticket;
            this.request = ticket.request();
            this.client = client;
            this.scopes = scopes;
            this.head = head;
            this.single =
                    request.responseType().includesToken() && client.hasSingleAccessTokenPerSubject(command.service());
        }

        /**
         * @param remember called once the token is stored, before the ticket is used up
         */
        Result issue(Runnable remember) {
            Optional<Minted> minted = mint(head);
            if (minted.isEmpty()) {
                return new ValueTaken();
            }
            remember.run();
            if (!tickets.take(ticket.service(), ticket.hash())) {
                takeBack(minted.get());
                return new NoTicket();
            }
            return issued(minted.get()).orElseGet(() -> Attempts.until(this::again));
        }

        private Optional<Result> again() {
            Optional<Minted> minted = mint(heads.ready(head.key()));
            return minted.isEmpty() ? Optional.of(new ValueTaken()) : issued(minted.get());
        }

        /** Empty if the grant was revoked before a single token came alive: then nothing of it ever works. */
        private Optional<Result> issued(Minted minted) {
            if (single && !comesAlive(minted)) {
                takeBack(minted);
                return Optional.empty();
            }
            return Optional.of(new Issued(ResponseTarget.of(request), client, minted.code(), minted.token()));
        }

        private boolean comesAlive(Minted minted) {
            return heads.supersede(
                    head.key(),
                    minted.head().codeGeneration(),
                    minted.standing().generation());
        }

        /** Empty if the chosen access token is taken. */
        private Optional<Minted> mint(GrantHead under) {
            GrantStanding standing = single
                    ? new GrantStanding(fresh.generation(), under.rewrite().number())
                    : under.standing();
            @Nullable IssuedToken token = request.responseType().includesToken() ? token(standing) : null;
            if (token != null && !stored(token)) {
                return Optional.empty();
            }
            @Nullable TokenValue code = request.responseType().includesCode() ? storedCode(under.codeStanding()) : null;
            return Optional.of(new Minted(under, standing, token, code));
        }

        private IssuedToken token(GrantStanding standing) {
            IssueOrder order = new IssueOrder(
                    command.service(),
                    client,
                    GrantType.IMPLICIT,
                    subject,
                    scopes,
                    command.requested(),
                    false,
                    command.properties(),
                    details(),
                    new Standing(client.generation(), standing));
            return fresh.token(order, command.access(), null, now);
        }

        private boolean stored(IssuedToken token) {
            Saved saved = tokens.add(token.record(), Basis.of(command.service(), client));
            if (saved == Saved.STALE) {
                throw new StaleSettings(command.service().id());
            }
            return saved == Saved.SAVED;
        }

        private TokenValue storedCode(GrantStanding standing) {
            TokenValue value = fresh.value();
            codes.add(new AuthorizationCode(
                    value.hash(),
                    command.service().id(),
                    client.id(),
                    subject,
                    scopes,
                    new Standing(client.generation(), standing),
                    request.redirectUri(),
                    request.redirectUriGiven(),
                    request.challenge(),
                    command.properties(),
                    details(),
                    now,
                    command.service().codeDuration().expiryFrom(now),
                    null));
            return value;
        }

        private void takeBack(Minted minted) {
            Optional.ofNullable(minted.token())
                    .ifPresent(issued -> tokens.remove(
                            command.service().id(), issued.record().id()));
            Optional.ofNullable(minted.code())
                    .ifPresent(value -> codes.remove(command.service().id(), value.hash()));
        }

        private TokenDetails details() {
            TokenDetails given = command.details();
            boolean wished = request.scopesDenied() || !request.scopes().isEmpty();
            return given.requestedBy(
                            given.resources().isEmpty() ? request.resources() : given.resources(),
                            request.clientIdAliasUsed())
                    .denyingScopes(scopes.isEmpty() && wished)
                    .orAuthorizedFor(request.authorizationDetails());
        }
    }
}
