package dev.grantkeep.application.usecase.authorization;

import dev.grantkeep.application.port.Clock;
import dev.grantkeep.application.usecase.Wired;
import dev.grantkeep.application.usecase.client.ClientFinder;
import dev.grantkeep.domain.authorization.AuthorizationRefusal;
import dev.grantkeep.domain.authorization.ObjectParameters;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.RequestObject;
import dev.grantkeep.domain.authorization.RequestObjectFault;
import dev.grantkeep.domain.authorization.RequestObjectRules;
import dev.grantkeep.domain.authorization.RequestOrigin;
import dev.grantkeep.domain.authorization.RequestVerdict;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.ClientAlias;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.value.Members;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parameters that count where a request has them in a JWT: in {@code request}, or where {@code request_uri} says
 * (RFC 9101, OpenID Connect Core section 6).
 */
@Wired
public final class RequestObjects {
    private static final String CLIENT_ID = "client_id";

    private final ReferencedObjects references;
    private final ObjectOpener opener;
    private final Clock clock;

    public RequestObjects(ReferencedObjects references, ObjectOpener opener, Clock clock) {
        this.references = references;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * @param client that the request is of, as far as it says
     * @param sent as they came
     */
    RequestSource resolve(Service service, Client client, Parameters sent, RequestOrigin origin) {
        Carried carried = new Carried(new RequestObjectRules(service, client, origin), sent);
        Optional<String> repeated =
                ObjectParameters.CARRIERS.stream().filter(sent::isRepeated).findFirst();
        if (repeated.isPresent()) {
            return carried.refused(AuthorizationRefusal.PARAMETER_REPEATED, repeated.get());
        }
        Optional<String> value = sent.value("request");
        Optional<String> reference = sent.value("request_uri");
        if (value.isPresent() && reference.isPresent()) {
            return carried.refused(AuthorizationRefusal.TWO_REQUEST_OBJECTS, null);
        }
        return value.map(object -> opened(carried, object))
                .or(() -> reference.map(uri -> fetched(carried, uri)))
                .orElseGet(() -> new RequestSource.Known(sent, origin, null, null));
    }

    private RequestSource fetched(Carried carried, String uri) {
        return switch (references.find(carried.rules().client(), uri)) {
            case ReferencedObjects.Found(String object) -> opened(carried, object);
            case ReferencedObjects.Missing(AuthorizationRefusal why, String detail) -> carried.refused(why, detail);
        };
    }

    private RequestSource opened(Carried carried, String object) {
        return switch (opener.open(carried.rules(), object)) {
            case OpenedObject.Opened(String payload, Members claims) -> judged(carried, payload, claims);
            case OpenedObject.Refused(AuthorizationRefusal why, @Nullable String detail) ->
                carried.refused(why, detail);
        };
    }

    private RequestSource judged(Carried carried, String payload, Members claims) {
        Optional<RequestObjectFault> fault = new RequestObject(claims)
                .fault(carried.rules().service().settings().requestObjects(), carried.names(), clock.now());
        if (fault.isPresent()) {
            return carried.refused(
                    AuthorizationRefusal.REQUEST_OBJECT_INVALID, fault.get().text());
        }
        return switch (ObjectReader.read(payload)) {
            case ObjectReader.Read(Parameters inside) -> merged(carried, payload, inside);
            case ObjectReader.Refused(AuthorizationRefusal why, String detail) -> carried.refused(why, detail);
        };
    }

    private static RequestSource merged(Carried carried, String payload, Parameters inside) {
        ObjectParameters parameters = new ObjectParameters(carried.rules(), inside, carried.sent());
        return parameters
                .refusal(carried.names())
                .<RequestSource>map(refusal -> carried.refused(refusal.why(), refusal.name()))
                .orElseGet(() -> new RequestSource.Known(
                        parameters.effective(), carried.rules().origin(), payload, null));
    }

    /** A request that carries an object. */
    private record Carried(RequestObjectRules rules, Parameters sent) {
        /** By which the client may call itself in the object: as it does beside it, if it does. */
        Set<String> names() {
            return sent.value(CLIENT_ID).map(Set::of).orElseGet(this::allNames);
        }

        private Set<String> allNames() {
            Optional<String> alias = Optional.ofNullable(
                            rules.client().settings().alias())
                    .filter(known -> ClientFinder.aliasCounts(rules.service(), rules.client()))
                    .map(ClientAlias::value);
            return Stream.concat(Stream.of(rules.client().id().toString()), alias.stream())
                    .collect(Collectors.toSet());
        }

        RequestSource.Refused refused(AuthorizationRefusal why, @Nullable String detail) {
            return new RequestSource.Refused(new RequestVerdict.Refused(
                    why, detail, ObjectParameters.errorTarget(rules.service(), rules.client(), sent)));
        }
    }
}
