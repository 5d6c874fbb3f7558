package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.in.authorization.CompleteResponse;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.ReceivedRequest;
import dev.grantkeep.domain.authorization.Recipient;
import dev.grantkeep.domain.authorization.RequestVerdict;
import dev.grantkeep.domain.authorization.ResponseTarget;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges an authorization request by the parameters that count, whichever way they came. */
@Wired
public final class RequestJudge {
    private final IdTokenHints hints;
    private final AuthorizationResponses responses;
    private final DetailsReader details;

    public RequestJudge(IdTokenHints hints, AuthorizationResponses responses, DetailsReader details) {
        this.hints = hints;
        this.responses = responses;
        this.details = details;
    }

    /**
     * What the request is worth.
     *
     * @param source as {@link RequestSources} found it
     * @param context free text of the authorization server, kept with the request
     */
    public RequestVerdict judge(Service service, Client client, RequestSource.Known source, @Nullable String context) {
        Parameters effective = source.effective();
        RequestVerdict verdict = new ReceivedRequest(
                        service,
                        client,
                        source.origin(),
                        effective,
                        source.object() != null,
                        details.read(effective, service, client),
                        ClaimsParameter.read(effective).orElse(null),
                        hints.read(effective, service, client),
                        context)
                .decide();
        @Nullable ResponseTarget target = verdict.target();
        return target == null
                ? verdict
                : impossible(service, client, new Recipient(ReceivedRequest.named(client, effective), target))
                        .<RequestVerdict>map(
                                why -> new RequestVerdict.Refused(AuthorizationRefusal.RESPONSE_IMPOSSIBLE, why, null))
                        .orElse(verdict);
    }

    /** Whether an answer could not be given as the client wants it: then nobody is asked anything. */
    private Optional<String> impossible(Service service, Client client, Recipient to) {
        return to.target().mode().isJwt()
                        && responses.complete(service, client, to, Map.of())
                                instanceof CompleteResponse.Impossible(String why)
                ? Optional.of(why)
                : Optional.empty();
    }
}
