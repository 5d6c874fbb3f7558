package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.RequestChannel;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;

/**
 * Finds the parameters that count for a request. Most requests hold them; others name what does: {@code request} a
 * request object (RFC 9101), {@code request_uri} one elsewhere, or a request that was pushed (RFC 9126).
 */
@Wired
public final class RequestSources {
    private final RequestObjects objects;

    public RequestSources(RequestObjects objects) {
        this.objects = objects;
    }

    /** Of a request at the authorization endpoint. */
    RequestSource of(Service service, Client client, Parameters sent) {
        return objects.resolve(service, client, sent, RequestChannel.FRONT);
    }
}
