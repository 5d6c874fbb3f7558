package dev.grantkeep.application.usecase.pushed;

import dev.grantkeep.application.port.in.pushed.PushRequest;
import dev.grantkeep.application.usecase.CurrentSettings;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.authorization.PushedRequests;
import dev.grantkeep.application.usecase.authorization.RequestJudge;
import dev.grantkeep.application.usecase.authorization.RequestSource;
import dev.grantkeep.application.usecase.authorization.RequestSources;
import dev.grantkeep.application.usecase.clientauth.Authentication;
import dev.grantkeep.application.usecase.clientauth.Authentication.Authenticated;
import dev.grantkeep.application.usecase.clientauth.ClientAuthenticator;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.PushedRequest;
import dev.grantkeep.domain.authorization.RequestVerdict;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.service.Service;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Authenticates the client, lets its request be judged as at the authorization endpoint, and keeps it. */
@Wired
public final class PushRequestHandler implements PushRequest {
    /** What a client authenticates by: it is no part of the request, and is not kept. */
    private static final Set<String> OF_AUTHENTICATION =
            Set.of("client_secret", "client_assertion", "client_assertion_type");

    private final ClientAuthenticator authenticator;
    private final CurrentSettings currentSettings;
    private final RequestSources sources;
    private final RequestJudge judge;
    private final PushedRequests pushedRequests;

    public PushRequestHandler(
            ClientAuthenticator authenticator,
            CurrentSettings currentSettings,
            RequestSources sources,
            RequestJudge judge,
            PushedRequests pushedRequests) {
        this.authenticator = authenticator;
        this.currentSettings = currentSettings;
        this.sources = sources;
        this.judge = judge;
        this.pushedRequests = pushedRequests;
    }

    @Override
    public Result handle(Command command) {
        return command.parameters()
                .repeated()
                .<Result>map(name -> new Refused(AuthorizationRefusal.PARAMETER_REPEATED, name, null))
                .orElseGet(() -> authenticate(command));
    }

    private Result authenticate(Command command) {
        return switch (authenticator.authenticate(command.service(), command.credentials())) {
            case Authentication.Refused refused ->
                new NotAuthenticated(refused.why(), refused.detail(), refused.client());
            case Authentication.Locked locked -> new ClientLocked(locked.client());
            case Authenticated by -> push(command.service(), by.client(), request(command.parameters(), by));
        };
    }

    /** Whoever has authenticated need not name itself once more. */
    private static Parameters request(Parameters sent, Authenticated by) {
        Parameters request = sent.without(OF_AUTHENTICATION);
        return request.value("client_id").isPresent() ? request : request.with("client_id", nameOf(by));
    }

    private static String nameOf(Authenticated by) {
        @Nullable ClientAlias alias = by.client().settings().alias();
        return by.aliasUsed() && alias != null
                ? alias.value()
                : by.client().id().toString();
    }

    /** Nothing rests on a copy that is out of date: neither a no nor a yes. */
    private Result push(Service service, Client client, Parameters request) {
        return switch (sources.ofPushed(service, client, request)) {
            case RequestSource.Known source -> push(service, client, source);
            case RequestSource.Refused(RequestVerdict.Refused verdict) -> refused(service, client, verdict);
        };
    }

    private Result push(Service service, Client client, RequestSource.Known source) {
        return switch (judge.judge(service, client, source, null)) {
            case RequestVerdict.Valid valid ->
                new Pushed(
                        client,
                        PushedRequest.handleOf(pushedRequests.keep(service, client, source)),
                        service.settings().authorization().parDuration());
            case RequestVerdict.Refused verdict -> refused(service, client, verdict);
        };
    }

    private Refused refused(Service service, Client client, RequestVerdict.Refused verdict) {
        currentSettings.require(service, client);
        return new Refused(verdict.why(), verdict.detail(), client);
    }
}
