package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.authorization.CompleteResponse;
import dev.grantkeep.application.port.in.authorization.IssueAuthorization;
import dev.grantkeep.application.port.out.ClientStore;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Minter;
import dev.grantkeep.application.usecase.Minting;
import dev.grantkeep.application.usecase.ValueGenerator;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.grant.GrantHeads;
import dev.grantkeep.application.usecase.openid.IdTokens;
import dev.grantkeep.domain.authorization.AuthorizationCode;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Consent;
import dev.grantkeep.domain.authorization.ConsentOutcome;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.grant.GrantHead;
import dev.grantkeep.domain.grant.GrantKey;
import dev.grantkeep.domain.openid.IdToken;
import dev.grantkeep.domain.openid.IdTokenOrder;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.token.HeadState;
import dev.grantkeep.domain.token.IssueOrder;
import dev.grantkeep.domain.token.Minted;
import dev.grantkeep.domain.token.Standing;
import dev.grantkeep.domain.token.TokenValue;
import dev.grantkeep.domain.token.TokenWish;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues what the user said yes to. Code and token are stored first and the ticket is taken once the response is made: if anything fails
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
    private final IdTokens idTokens;
    private final AuthorizationResponses responses;
    private final Clock clock;
    private final ValueGenerator generator;

    public IssueAuthorizationHandler(
            TicketFinder finder,
            StepStore steps,
            ClientStore clients,
            GrantHeads heads,
            Minter minter,
            IdTokens idTokens,
            AuthorizationResponses responses,
            Clock clock,
            ValueGenerator generator) {
        this.finder = finder;
        this.steps = steps;
        this.clients = clients;
        this.heads = heads;
        this.minter = minter;
        this.idTokens = idTokens;
        this.responses = responses;
        this.clock = clock;
        this.generator = generator;
    }

    @Override
    public Result handle(Command command) {
        return finder.find(command.service(), command.ticket())
                .map(ticket -> issue(command, ticket))
                .orElseGet(NoTicket::new);
    }

    private Result issue(Command command, Ticket ticket) {
        AuthorizationRequest request = ticket.request();
        Client client =
                clients.find(command.service().id(), request.client().id()).orElse(null);
        return switch (consent(command, request).decide(client)) {
            case ConsentOutcome.Granted(IssueOrder order) -> new Issuance(command, ticket, order).issue();
            case ConsentOutcome.Acknowledged acknowledged -> acknowledge(command, ticket, acknowledged.client());
            case ConsentOutcome.Refused refused ->
                switch (refused) {
                    case SUBJECT_MISSING -> new SubjectMissing();
                    case CLIENT_GONE -> new ClientGone();
                    case CLIENT_LOCKED -> new ClientLocked(request.client().id());
                    case DEMAND_NOT_MET -> new DemandNotMet(request.recipient());
                };
        };
    }

    private static Consent consent(Command command, AuthorizationRequest request) {
        return new Consent(
                command.service(),
                request,
                command.subject(),
                command.scopes(),
                TokenWish.of(command.requested(), command.access()),
                command.properties(),
                command.details(),
                command.idToken().claims());
    }

    private Result acknowledge(Command command, Ticket ticket, Client client) {
        Recipient to = ticket.request().recipient();
        return switch (responses.complete(command.service(), client, to, Map.of())) {
            case CompleteResponse.Completed(Map<String, String> response) ->
                steps.take(StepKinds.TICKET.key(ticket.service(), ticket.hash()))
                        ? new Issued(to.target(), client, ticket.request().context(), null, null, null, response)
                        : new NoTicket();
            case CompleteResponse.Impossible(String why) -> new ResponseImpossible(why);
        };
    }

    /** What the client gets beside its token, and the response in which it gets all. */
    private record ForClient(
            @Nullable TokenValue code, @Nullable IdToken idToken, Map<String, String> response) {
        @Override
        public String toString() {
            return "ForClient[hidden]";
        }
    }

    /** One issuance, with all that it was decided on. */
    private final class Issuance {
        private final Command command;
        private final GrantKey key;
        private final Ticket ticket;
        private final AuthorizationRequest request;
        private final IssueOrder order;
        private final Client client;
        private final ScopeSet scopes;

        Issuance(Command command, Ticket ticket, IssueOrder order) {
            this.command = command;
            this.ticket = ticket;
            this.request = ticket.request();
            this.order = order;
            this.client = order.client();
            this.scopes = order.scopes();
            this.key = new GrantKey(order.service().id(), client.id(), Objects.requireNonNull(order.subject()));
        }

        /** The token is the first to be stored: only then is it known that the settings are current and its value is free. */
        Result issue() {
            GrantHead head = heads.ready(key);
            return request.responseType().includesToken() ? mint(head) : issue(head, null);
        }

        private Result mint(GrantHead head) {
            return switch (minter.mint(order, HeadState.of(head))) {
                case Minting.Done(Minted minted) -> issue(head, minted);
                case Minting.ValueTaken taken -> new ValueTaken();
                case Minting.Impossible(String why) -> new AccessTokenImpossible(request.recipient(), why);
            };
        }

        private Result issue(GrantHead head, @Nullable Minted token) {
            @Nullable TokenValue code = code(head);
            return switch (idToken(token, code)) {
                case IdTokens.Made(@Nullable IdToken idToken) -> issue(head, token, code, idToken);
                case IdTokens.Impossible(String why) -> {
                    takeBack(token, code);
                    yield new IdTokenImpossible(request.recipient(), why);
                }
            };
        }

        private Result issue(
                GrantHead head, @Nullable Minted token, @Nullable TokenValue code, @Nullable IdToken idToken) {
            return switch (response(token, code, idToken)) {
                case CompleteResponse.Completed(Map<String, String> response) ->
                    issue(head, token, new ForClient(code, idToken, response));
                case CompleteResponse.Impossible(String why) -> {
                    takeBack(token, code);
                    yield new ResponseImpossible(why);
                }
            };
        }

        private CompleteResponse.Result response(
                @Nullable Minted token, @Nullable TokenValue code, @Nullable IdToken idToken) {
            return responses.complete(
                    command.service(),
                    client,
                    request.recipient(),
                    IssuedParameters.of(command.service(), code, token == null ? null : token.token(), idToken));
        }

        private Result issue(GrantHead head, @Nullable Minted token, ForClient given) {
            if (steps.take(StepKinds.TICKET.key(ticket.service(), ticket.hash()))) {
                heads.authorize(key, scopes);
                return alive(head, token, given).orElseGet(() -> Attempts.until(() -> again(token)));
            }
            takeBack(token, given.code());
            return new NoTicket();
        }

        private Optional<Result> again(@Nullable Minted token) {
            GrantHead head = heads.ready(key);
            @Nullable TokenValue code = code(head);
            return switch (idToken(token, code)) {
                case IdTokens.Made(@Nullable IdToken idToken) ->
                    switch (response(token, code, idToken)) {
                        case CompleteResponse.Completed(Map<String, String> response) ->
                            alive(head, token, new ForClient(code, idToken, response));
                        case CompleteResponse.Impossible(String why) -> Optional.of(new ResponseImpossible(why));
                    };
                case IdTokens.Impossible(String why) -> Optional.of(new IdTokenImpossible(request.recipient(), why));
            };
        }

        private IdTokens.Result idToken(@Nullable Minted token, @Nullable TokenValue code) {
            return request.responseType().includesIdToken()
                    ? idTokens.make(
                            new IdTokenOrder(
                                    command.service(),
                                    client,
                                    request.client().namedBy(),
                                    key.subject(),
                                    command.details().identity().sub(),
                                    scopes,
                                    command.details().authentication(),
                                    request.login(),
                                    command.idToken()),
                            new IdTokenOrder.Beside(
                                    token == null ? null : token.token().accessForClient(),
                                    code == null ? null : code.value(),
                                    request.target().state()))
                    : IdTokens.NOT_ASKED;
        }

        /**
         * Empty if the grant was revoked before a single token came alive: then the code will never work. The token is good
         * under the grant as it is now.
         */
        private Optional<Result> alive(GrantHead head, @Nullable Minted token, ForClient given) {
            if (token != null && !minter.enliven(token, head.codeGeneration())) {
                takeBack(given.code());
                return Optional.empty();
            }
            return Optional.of(new Issued(
                    request.target(),
                    client,
                    request.context(),
                    given.code(),
                    token == null ? null : token.token(),
                    given.idToken(),
                    given.response()));
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
                    order.properties(),
                    order.details(),
                    command.idToken(),
                    now,
                    command.service().codeDuration().expiryFrom(now),
                    null)));
            return value;
        }

        private void takeBack(@Nullable Minted token, @Nullable TokenValue code) {
            if (token != null) {
                minter.takeBack(token);
            }
            takeBack(code);
        }

        private void takeBack(@Nullable TokenValue code) {
            if (code != null) {
                steps.take(StepKinds.CODE.key(command.service().id(), code.hash()));
            }
        }
    }
}
