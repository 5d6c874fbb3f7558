package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.authorization.IssueAuthorization;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.grant.Subject;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenDetails;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues what the user said yes to. Code and token are stored first and the ticket is taken after that: if anything fails
 * on the way, the ticket is still good, and what was stored is known to nobody. The consent is remembered for whoever took
 * the ticket, so that a refusal changes nothing; what fails then has lost no more than that the user is asked again.
 */
@Wired
public final class IssueAuthorizationHandler implements IssueAuthorization {
    private final TicketFinder finder;
    private final StepStore steps;
    private final ClientStore clients;
    private final GrantHeads heads;
    private final Minter minter;
    private final Clock clock;
    private final ValueGenerator generator;

    public IssueAuthorizationHandler(
            TicketFinder finder,
            StepStore steps,
            ClientStore clients,
            GrantHeads heads,
            Minter minter,
            Clock clock,
            ValueGenerator generator) {
        this.finder = finder;
        this.steps = steps;
        this.clients = clients;
        this.heads = heads;
        this.minter = minter;
        this.clock = clock;
        this.generator = generator;
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
        return clients.find(command.service().id(), ticket.request().client().id())
                .map(client -> issue(command, ticket, client))
                .orElseGet(ClientGone::new);
    }

    private Result issue(Command command, Ticket ticket, Client client) {
        if (client.locked()) {
            return new ClientLocked(client.id());
        }
        if (Demands.onTokens(command.service(), client, grantedScopes(command, ticket.request(), client))
                .isPresent()) {
            return new DemandNotMet(ticket.request().target());
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
        return steps.take(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                ? new Issued(ticket.request().target(), client, null, null)
                : new NoTicket();
    }

    private Result issueTo(Subject subject, Command command, Ticket ticket, Client client) {
        GrantKey key = new GrantKey(command.service().id(), client.id(), subject);
        return new Issuance(command, key, ticket, client, grantedScopes(command, ticket.request(), client)).issue();
    }

    /** The service or the client may have lost scopes since they were requested. */
    private static ScopeSet grantedScopes(Command command, AuthorizationRequest request, Client client) {
        if (command.scopes() == null) {
            return client.allowed(request.scopes().allowed(), command.service());
        }
        ScopeSet allowed = client.allowed(command.scopes(), command.service());
        return request.scopes().allowed().contains(ScopeName.OPENID) ? allowed : allowed.without(ScopeName.OPENID);
    }

    /** One issuance, with all that it was decided on. */
    private final class Issuance {
        private final Command command;
        private final GrantKey key;
        private final Ticket ticket;
        private final AuthorizationRequest request;
        private final Client client;
        private final ScopeSet scopes;

        Issuance(Command command, GrantKey key, Ticket ticket, Client client, ScopeSet scopes) {
            this.command = command;
            this.key = key;
            this.ticket = ticket;
            this.request = ticket.request();
            this.client = client;
            this.scopes = scopes;
        }

        /** The token is the first to be stored: only then is it known that the settings are current and its value is free. */
        Result issue() {
            GrantHead head = heads.ready(key);
            return request.responseType().includesToken()
                    ? minter.mint(order(), HeadState.of(head))
                            .map(minted -> issue(head, minted))
                            .orElseGet(ValueTaken::new)
                    : issue(head, null);
        }

        private Result issue(GrantHead head, @Nullable Minted token) {
            @Nullable TokenValue code = code(head);
            if (steps.take(StepKinds.TICKET.key(ticket.service(), ticket.hash()))) {
                heads.authorize(key, scopes);
                return alive(head, token, code).orElseGet(() -> Attempts.until(() -> again(token)));
            }
            if (token != null) {
                minter.takeBack(token);
            }
            takeBack(code);
            return new NoTicket();
        }

        private Optional<Result> again(@Nullable Minted token) {
            GrantHead head = heads.ready(key);
            return alive(head, token, code(head));
        }

        /**
         * Empty if the grant was revoked before a single token came alive: then the code will never work. The token is good
         * under the grant as it is now.
         */
        private Optional<Result> alive(GrantHead head, @Nullable Minted token, @Nullable TokenValue code) {
            if (token != null && !minter.enliven(token, head.codeGeneration())) {
                takeBack(code);
                return Optional.empty();
            }
            return Optional.of(new Issued(request.target(), client, code, token == null ? null : token.token()));
        }

        private IssueOrder order() {
            return new IssueOrder(
                    command.service(),
                    client,
                    GrantType.IMPLICIT,
                    key.subject(),
                    scopes,
                    scopes,
                    TokenWish.of(command.requested(), command.access()),
                    command.properties(),
                    details());
        }

        private @Nullable TokenValue code(GrantHead head) {
            if (!request.responseType().includesCode()) {
                return null;
            }
            Instant now = clock.now();
            TokenValue value = generator.value();
            steps.add(StepKinds.CODE.toStep(new AuthorizationCode(
                    value.hash(),
                    command.service().id(),
                    request,
                    key.subject(),
                    scopes,
                    new Standing(client.generation(), head.codeStanding()),
                    command.properties(),
                    details(),
                    command.idToken(),
                    now,
                    command.service().codeDuration().expiryFrom(now),
                    null)));
            return value;
        }

        private void takeBack(@Nullable TokenValue code) {
            if (code != null) {
                steps.take(StepKinds.CODE.key(command.service().id(), code.hash()));
            }
        }

        private TokenDetails details() {
            TokenDetails given = command.details();
            return given.withIdentity(given.identity().of(request.login()))
                    .withTargets(given.targets().orAsked(request.targets()))
                    .requestedBy(request.client().namedBy())
                    .denyingScopes(scopes.isEmpty() && request.scopes().areWished());
        }
    }
}
