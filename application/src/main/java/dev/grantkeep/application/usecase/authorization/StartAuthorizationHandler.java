package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.StepKinds;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.port.in.authorization.StartAuthorization;
import dev.grantkeep.application.port.out.SettingsVersions;
import dev.grantkeep.application.port.out.StepStore;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.NewSteps;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.Hints;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.ReceivedRequest;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.RequestVerdict;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.TokenValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client of an authorization request, lets the request be judged, and keeps it under a ticket. Only a ticket uses
 * up a pushed request. It is all done by copies of the settings: a ticket is only stored if they are current, and a refusal
 * is only given once they are known to be.
 */
@Wired
public final class StartAuthorizationHandler implements StartAuthorization {
    /** What decides whom an answer goes to. If it is said twice, nobody can be trusted to be the one who is meant. */
    private static final List<String> ADDRESS = List.of("client_id", "redirect_uri");

    private final CurrentSettings currentSettings;
    private final RequestSources sources;
    private final RequestJudge judge;
    private final PushedRequests pushedRequests;
    private final StepStore steps;
    private final Clock clock;
    private final NewSteps newSteps;

    public StartAuthorizationHandler(
            CurrentSettings currentSettings,
            RequestSources sources,
            RequestJudge judge,
            PushedRequests pushedRequests,
            StepStore steps,
            Clock clock,
            NewSteps newSteps) {
        this.currentSettings = currentSettings;
        this.sources = sources;
        this.judge = judge;
        this.pushedRequests = pushedRequests;
        this.steps = steps;
        this.clock = clock;
        this.newSteps = newSteps;
    }

    @Override
    public Result handle(Command command) {
        return ADDRESS.stream()
                .filter(command.parameters()::isRepeated)
                .findFirst()
                .<Result>map(twice -> refused(command.service(), AuthorizationRefusal.PARAMETER_REPEATED, twice))
                .orElseGet(() -> handleAddressed(command));
    }

    private Result handleAddressed(Command command) {
        Optional<String> name = command.parameters().value("client_id");
        if (name.isEmpty()) {
            return refused(command.service(), AuthorizationRefusal.NO_CLIENT_ID, null);
        }
        return currentSettings
                .clientSnapshot(command.service(), name.get())
                .map(client -> client.locked() ? locked(command.service(), client) : start(command, client))
                .orElseGet(() -> refused(command.service(), AuthorizationRefusal.UNKNOWN_CLIENT, name.get()));
    }

    private Result start(Command command, Client client) {
        return switch (sources.of(command.service(), client, command.parameters())) {
            case RequestSource.Known source ->
                switch (judge.judge(command.service(), client, source, command.context())) {
                    case RequestVerdict.Valid(AuthorizationRequest request, Hints hints) ->
                        admit(command.service(), client, source, request)
                                .<Result>map(ticket -> new Valid(ticket, request, client, hints, source.object()))
                                .orElseGet(() -> new Refused(AuthorizationRefusal.REQUEST_URI_INVALID, null, null));
                    case RequestVerdict.Refused refused ->
                        refused(command.service(), client, source.effective(), refused);
                };
            case RequestSource.Refused(RequestVerdict.Refused refused) ->
                refused(command.service(), client, command.parameters(), refused);
        };
    }

    /** Whoever uses up what the request came from has its ticket. If anything fails before that, nothing is used. */
    private Optional<TokenValue> admit(
            Service service, Client client, RequestSource.Known source, AuthorizationRequest request) {
        TokenValue ticket = ticket(service, client, request);
        if (source.used() == null || pushedRequests.take(source.used())) {
            return Optional.of(ticket);
        }
        steps.take(StepKinds.TICKET.key(service.id(), ticket.hash()));
        return Optional.empty();
    }

    private TokenValue ticket(Service service, Client client, AuthorizationRequest request) {
        return newSteps.keep(
                value -> StepKinds.TICKET.toStep(new Ticket(
                        value.hash(), service.id(), request, clock.now().plus(Ticket.LIFE))),
                SettingsVersions.of(service, client));
    }

    private ClientLocked locked(Service service, Client client) {
        currentSettings.require(service, client);
        return new ClientLocked(client.id());
    }

    private Refused refused(Service service, Client client, Parameters by, RequestVerdict.Refused verdict) {
        currentSettings.require(service, client);
        @Nullable ResponseTarget target = verdict.target();
        return new Refused(
                verdict.why(),
                verdict.detail(),
                target == null ? null : new Recipient(ReceivedRequest.named(client, by), target));
    }

    private Refused refused(Service service, AuthorizationRefusal why, @Nullable String detail) {
        currentSettings.require(service);
        return new Refused(why, detail, null);
    }
}
