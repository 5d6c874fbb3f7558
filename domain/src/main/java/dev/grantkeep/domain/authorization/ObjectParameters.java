package dev.grantkeep.domain.authorization;

import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ResponseType;
import dev.grantkeep.domain.scope.ScopeName;
import dev.grantkeep.domain.service.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request object, and those that stand beside it in the request.
 *
 * @param inside without those that are absent
 * @param beside as they came
 */
public record ObjectParameters(RequestObjectRules rules, Parameters inside, Parameters beside) {
    private static final String CLIENT_ID = "client_id";
    private static final String RESPONSE_TYPE = "response_type";
    private static final String SCOPE = "scope";

    /** The parameters that carry an object, which has none within (RFC 9101 section 4). */
    public static final List<String> CARRIERS = List.of("request", "request_uri");

    /**
     * Why the parameters cannot be put together.
     *
     * @param name of the parameter that is at fault
     */
    public record Refusal(AuthorizationRefusal why, String name) {}

    /**
     * What is at fault.
     *
     * @param names by which the client may call itself
     */
    public Optional<Refusal> refusal(Set<String> names) {
        return contradictedClient(names).or(() -> isTraditional() ? traditionalRefusal() : Optional.empty());
    }

    /** Whoever the object is of, it is for a request of that client alone (RFC 9101 section 6.3). */
    private Optional<Refusal> contradictedClient(Set<String> names) {
        return inside.value(CLIENT_ID)
                .filter(name -> !names.contains(name))
                .map(other -> new Refusal(AuthorizationRefusal.REQUEST_OBJECT_CONTRADICTED, CLIENT_ID));
    }

    /** OAuth 2.0 has to understand what stands beside the object (OpenID Connect Core section 6.1). */
    private Optional<Refusal> traditionalRefusal() {
        Optional<Refusal> repeated =
                beside.repeated().map(name -> new Refusal(AuthorizationRefusal.PARAMETER_REPEATED, name));
        if (repeated.isPresent() || rules.origin().pushed()) {
            return repeated;
        }
        Optional<String> type = beside.value(RESPONSE_TYPE);
        if (type.isEmpty()) {
            return missing(RESPONSE_TYPE);
        }
        if (inside.value(RESPONSE_TYPE)
                .filter(other -> !isSameType(other, type.get()))
                .isPresent()) {
            return Optional.of(new Refusal(AuthorizationRefusal.REQUEST_OBJECT_CONTRADICTED, RESPONSE_TYPE));
        }
        return asksForOpenId(inside) && !asksForOpenId(beside) ? missing(SCOPE) : Optional.empty();
    }

    private static Optional<Refusal> missing(String parameter) {
        return Optional.of(new Refusal(AuthorizationRefusal.MISSING_BESIDE_REQUEST_OBJECT, parameter));
    }

    private static boolean isSameType(String one, String other) {
        Optional<ResponseType> type = ResponseType.ofWireName(one);
        return type.isPresent() ? type.equals(ResponseType.ofWireName(other)) : one.equals(other);
    }

    private static boolean asksForOpenId(Parameters parameters) {
        return parameters
                .value(SCOPE)
                .filter(text -> List.of(text.split(" ")).contains(ScopeName.OPENID.value()))
                .isPresent();
    }

    /**
     * The parameters that count: by RFC 9101 those of the object alone (section 6.3), by OpenID Connect Core section 6.1
     * also those beside it that the object has not. The client has the name that it has there.
     */
    public Parameters effective() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (isTraditional()) {
            all.putAll(beside.byName());
            CARRIERS.forEach(all::remove);
        }
        all.putAll(inside.byName());
        String name = beside.value(CLIENT_ID)
                .or(() -> inside.value(CLIENT_ID))
                .orElseGet(() -> rules.client().id().toString());
        all.put(CLIENT_ID, List.of(name));
        return new Parameters(all);
    }

    /**
     * Where an error goes that is about the object: by RFC 9101 nowhere, since nothing beside it can be believed.
     *
     * @return null if there is no redirect URI that can be trusted
     */
    public static @Nullable ResponseTarget errorTarget(Service service, Client client, Parameters beside) {
        return service.settings().requestObjects().traditional()
                ? ReceivedRequest.errorTarget(service, client, beside)
                : null;
    }

    private boolean isTraditional() {
        return rules.service().settings().requestObjects().traditional();
    }
}
