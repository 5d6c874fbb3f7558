package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.document.DetailsParameter;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.ReceivedRequest;
import dev.grantkeep.domain.authorization.RequestVerdict;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;
import org.jspecify.annotations.Nullable;

/** Judges an authorization request by the parameters that count, whichever way they came. */
@Wired
public final class RequestJudge {
    private final IdTokenHints hints;

    public RequestJudge(IdTokenHints hints) {
        this.hints = hints;
    }

    /**
     * What the request is worth.
     *
     * @param source as {@link RequestSources} found it
     * @param context free text of the authorization server, kept with the request
     */
    RequestVerdict judge(Service service, Client client, RequestSource.Known source, @Nullable String context) {
        Parameters effective = source.effective();
        return new ReceivedRequest(
                        service,
                        client,
                        source.origin(),
                        effective,
                        source.object() != null,
                        DetailsParameter.read(effective),
                        ClaimsParameter.read(effective).orElse(null),
                        hints.read(effective, service, client),
                        context)
                .decide();
    }
}
