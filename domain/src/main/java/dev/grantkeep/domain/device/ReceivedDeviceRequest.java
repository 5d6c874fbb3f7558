package dev.grantkeep.domain.device;

import dev.grantkeep.domain.authorization.AskedScopes;
import dev.grantkeep.domain.authorization.KnownParameters;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.authorization.RequestedScopes;
import dev.grantkeep.domain.authorization.Resources;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.client.Demands;
import dev.grantkeep.domain.client.NamedBy;
import dev.grantkeep.domain.client.NamedClient;
import dev.grantkeep.domain.device.DeviceVerdict.Refused;
import dev.grantkeep.domain.protocol.Demand;
import dev.grantkeep.domain.protocol.GrantType;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.token.RequestedDetails;
import dev.grantkeep.domain.token.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A device's request as it was received (RFC 8628 section 3.1).
 *
 * @param client the client, already authenticated
 * @param details its parameter {@code authorization_details}
 */
public record ReceivedDeviceRequest(
        Service service, Client client, NamedBy namedBy, Parameters parameters, RequestedDetails details) {
    private static final List<String> REFUSED = KnownParameters.refused(KnownParameters.ofDevice());

    /** Judges the request; the first check that fails is the answer. */
    public DeviceVerdict decide() {
        return Stream.<Supplier<Optional<Refused>>>of(
                        this::grantType,
                        this::unsupportedParameter,
                        this::demand,
                        this::scope,
                        this::demandOfScopes,
                        this::authorizationDetails,
                        this::resources)
                .flatMap(check -> check.get().stream())
                .<DeviceVerdict>map(refused -> refused)
                .findFirst()
                .orElseGet(() -> new DeviceVerdict.Valid(request()));
    }

    private DeviceRequest request() {
        return new DeviceRequest(
                new NamedClient(client.id(), namedBy),
                new RequestedScopes(scopes(), AskedScopes.areDenied(parameters, scopes())),
                Targets.of(Resources.of(parameters), details.json()),
                acrs());
    }

    private ScopeSet scopes() {
        return AskedScopes.allowed(parameters, service, client);
    }

    /** Those of the parameter, else those that the client is registered with, as far as the service has them. */
    private List<String> acrs() {
        List<String> asked = parameters
                .value("acr_values")
                .map(text -> Arrays.stream(text.split(" ")).distinct().toList())
                .orElse(client.settings().requests().defaultAcrs());
        return asked.stream()
                .filter(service.settings().logins().acrs()::contains)
                .toList();
    }

    private Optional<Refused> grantType() {
        if (!service.settings().capabilities().supports(GrantType.DEVICE_CODE)) {
            return no(DeviceRefusal.UNSUPPORTED_GRANT_TYPE);
        }
        return client.settings().grantTypes().contains(GrantType.DEVICE_CODE)
                ? Optional.empty()
                : no(DeviceRefusal.GRANT_TYPE_NOT_ALLOWED);
    }

    private Optional<Refused> unsupportedParameter() {
        return REFUSED.stream()
                .filter(name -> parameters.value(name).isPresent())
                .findFirst()
                .map(name -> new Refused(DeviceRefusal.PARAMETER_NOT_SUPPORTED, name));
    }

    private Optional<Refused> demand() {
        return Demands.onTokens(service, client).map(ReceivedDeviceRequest::notMet);
    }

    private Optional<Refused> demandOfScopes() {
        return Demands.ofScopes(service, scopes()).map(ReceivedDeviceRequest::notMet);
    }

    private static Refused notMet(Demand demand) {
        return new Refused(DeviceRefusal.DEMAND_NOT_MET, demand.member());
    }

    private Optional<Refused> scope() {
        if (AskedScopes.areMalformed(parameters)) {
            return no(DeviceRefusal.MALFORMED_SCOPE);
        }
        return scopes().isEmpty() && service.settings().authorization().scopeRequired()
                ? no(DeviceRefusal.SCOPE_REQUIRED)
                : Optional.empty();
    }

    private Optional<Refused> authorizationDetails() {
        return switch (details) {
            case RequestedDetails.None none -> Optional.empty();
            case RequestedDetails.Part part -> Optional.empty();
            case RequestedDetails.Malformed malformed -> no(DeviceRefusal.AUTHORIZATION_DETAILS_MALFORMED);
            case RequestedDetails.Unfit unfit ->
                Optional.of(new Refused(DeviceRefusal.AUTHORIZATION_DETAILS_UNFIT, unfit.why()));
            case RequestedDetails.Asked asked ->
                asked.refusedType(service, client)
                        .map(type -> new Refused(DeviceRefusal.AUTHORIZATION_DETAILS_TYPE_REFUSED, type));
        };
    }

    private Optional<Refused> resources() {
        return Resources.areMalformed(parameters) ? no(DeviceRefusal.MALFORMED_RESOURCE) : Optional.empty();
    }

    private static Optional<Refused> no(DeviceRefusal why) {
        return Optional.of(new Refused(why, null));
    }
}
