package dev.grantkeep.application.usecase.flow;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.in.flow.AuthorizationRefusal;
import dev.grantkeep.application.port.in.flow.StartAuthorization;
import dev.grantkeep.application.port.out.Clock;
import dev.grantkeep.application.port.out.Saved;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.Attempts;
import dev.grantkeep.application.usecase.Fresh;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.authorization.Resources;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.token.Targets;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks authorization requests. First what an error must not be redirected for (the client, the redirect URI, the
 * response type); then the rest, whose errors go to the redirect URI (RFC 6749 section 4.1.2.1).
 */
public final class StartAuthorizationHandler implements StartAuthorization {
    /** What decides whom an answer goes to. If it is said twice, nobody can be trusted to be the one who is meant. */
    private static final List<String> ADDRESS = List.of("client_id", "redirect_uri");

    private final ClientFinder finder;
    private final StepStore steps;
    private final Clock clock;
    private final Fresh fresh;

    public StartAuthorizationHandler(ClientFinder finder, StepStore steps, Clock clock, Fresh fresh) {
        this.finder = finder;
        this.steps = steps;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public Result handle(Command command) {
        return ADDRESS.stream()
                .filter(command.parameters()::isRepeated)
                .findFirst()
                .<Result>map(twice -> refused(AuthorizationRefusal.PARAMETER_REPEATED, twice))
                .orElseGet(() -> handleAddressed(command));
    }

    private Result handleAddressed(Command command) {
        Optional<String> name = command.parameters().value("client_id");
        if (name.isEmpty()) {
            return refused(AuthorizationRefusal.NO_CLIENT_ID, null);
        }
        return finder.find(command.service(), new ClientIdentifier(name.get()))
                .map(client -> start(command, client, name.get()))
                .orElseGet(() -> refused(AuthorizationRefusal.UNKNOWN_CLIENT, name.get()));
    }

    private Result start(Command command, Client client, String name) {
        if (client.locked()) {
            return new ClientLocked(client.id());
        }
        RedirectUris.Choice redirect = RedirectUris.choose(command, client);
        if (redirect.refusal() != null) {
            return refused(redirect.refusal(), redirect.uri());
        }
        if (command.parameters().isRepeated("response_type")) {
            return new Refused(
                    AuthorizationRefusal.PARAMETER_REPEATED,
                    "response_type",
                    target(command, redirect, ResponseMode.QUERY));
        }
        Optional<String> responseType = command.parameters().value("response_type");
        return responseType.isEmpty()
                ? refused(AuthorizationRefusal.NO_RESPONSE_TYPE, null)
                : ResponseType.ofWireName(responseType.get())
                        .map(type -> check(new Candidate(command, client, name, redirect, type)))
                        .orElseGet(() -> new Refused(
                                AuthorizationRefusal.UNKNOWN_RESPONSE_TYPE,
                                responseType.get(),
                                target(command, redirect, ResponseMode.QUERY)));
    }

    private Result check(Candidate candidate) {
        Command command = candidate.command();
        ResponseModes.Choice mode = ResponseModes.choose(command.parameters(), candidate.type());
        ResponseTarget target = target(command, candidate.redirect(), mode.mode());
        RequestChecks checks = new RequestChecks(command, candidate.client(), candidate.type());
        Optional<RequestChecks.Refusal> refusal = checks.refusal();
        if (refusal.isPresent()) {
            return new Refused(refusal.get().why(), refusal.get().detail(), target);
        }
        if (!mode.isValid()) {
            return new Refused(AuthorizationRefusal.RESPONSE_MODE_INVALID, null, target);
        }
        return ResponseModes.isAllowed(mode.mode(), candidate.client())
                ? issueTicket(candidate, target, checks)
                : new Refused(
                        AuthorizationRefusal.RESPONSE_MODE_NOT_ALLOWED, ResponseModes.wireName(mode.mode()), target);
    }

    private Result issueTicket(Candidate candidate, ResponseTarget target, RequestChecks checks) {
        Command command = candidate.command();
        AuthorizationRequest request = candidate.request(target, checks);
        return Attempts.until(() -> {
            TokenValue value = fresh.value();
            Ticket ticket = new Ticket(
                    value.hash(), command.service().id(), request, clock.now().plus(Ticket.LIFE));
            return steps.add(StepKinds.TICKET.toStep(ticket)) == Saved.SAVED
                    ? Optional.of(new Valid(
                            value,
                            request,
                            candidate.client(),
                            RequestHints.of(command.parameters(), candidate.client())))
                    : Optional.empty();
        });
    }

    /** A state that stands twice goes back not at all: either might be another's. */
    private static ResponseTarget target(Command command, RedirectUris.Choice redirect, ResponseMode mode) {
        Parameters parameters = command.parameters();
        String state = parameters.isRepeated("state")
                ? null
                : parameters.value("state").orElse(null);
        return new ResponseTarget(redirect.uri(), redirect.given(), mode, state);
    }

    /** A request whose client, redirect URI and response type are known. */
    private record Candidate(
            Command command, Client client, String name, RedirectUris.Choice redirect, ResponseType type) {
        AuthorizationRequest request(ResponseTarget target, RequestChecks checks) {
            return new AuthorizationRequest(
                    new NamedClient(
                            client.id(),
                            NamedBy.aliasIf(!name.equals(client.id().toString()))),
                    target,
                    type,
                    new RequestedScopes(checks.scopes(), AskedScopes.areDenied(command.parameters(), checks.scopes())),
                    checks.challenge().orElse(null),
                    Targets.of(Resources.of(command.parameters()), AskedDetails.json(command.details())),
                    command.context());
        }
    }

    private static Refused refused(AuthorizationRefusal why, @Nullable String detail) {
        return new Refused(why, detail, null);
    }
}
