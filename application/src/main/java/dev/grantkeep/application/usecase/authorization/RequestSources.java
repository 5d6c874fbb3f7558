package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.PushedRequest;
import dev.grantkeep.domain.authorization.RequestOrigin;
import dev.grantkeep.domain.authorization.RequestVerdict;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.service.Service;

/**
 * Finds the parameters that count for a request. Most requests hold them; others name what does: {@code request} a
 * request object (RFC 9101), {@code request_uri} one elsewhere, or a request that was pushed (RFC 9126).
 */
@Wired
public final class RequestSources {
    private static final String REQUEST_URI = "request_uri";

    private final PushedRequests pushedRequests;
    private final RequestObjects objects;

    public RequestSources(PushedRequests pushedRequests, RequestObjects objects) {
        this.pushedRequests = pushedRequests;
        this.objects = objects;
    }

    /** Of a request at the authorization endpoint. What stands beside the handle of a pushed one is ignored. */
    RequestSource of(Service service, Client client, Parameters sent) {
        return sent.value(REQUEST_URI)
                .filter(uri -> PushedRequest.isHandle(uri) && isAlone(sent))
                .map(handle -> pushed(service, client, handle))
                .orElseGet(() -> objects.resolve(service, client, sent, RequestOrigin.BROWSER));
    }

    /** Two handles, or an object beside the handle, leave open which counts (RFC 9101 section 5). */
    private static boolean isAlone(Parameters sent) {
        return !sent.isRepeated(REQUEST_URI) && sent.value("request").isEmpty();
    }

    /**
     * Of a request that is being pushed.
     *
     * @param sent without what the client authenticated by
     */
    public RequestSource ofPushed(Service service, Client client, Parameters sent) {
        return sent.value(REQUEST_URI).isPresent()
                ? refused(AuthorizationRefusal.REQUEST_URI_PUSHED)
                : objects.resolve(service, client, sent, RequestOrigin.PUSHED);
    }

    private RequestSource pushed(Service service, Client client, String handle) {
        return pushedRequests
                .find(service, client, handle)
                .<RequestSource>map(request ->
                        new RequestSource.Known(request.parameters(), RequestOrigin.PUSHED, request.object(), request))
                .orElseGet(() -> refused(AuthorizationRefusal.REQUEST_URI_INVALID));
    }

    /** Where an answer could go stands in a request that nobody has. */
    private static RequestSource refused(AuthorizationRefusal why) {
        return new RequestSource.Refused(new RequestVerdict.Refused(why, null, null));
    }
}
