package dev.grantkeep.adapter.rest.auth;

import dev.grantkeep.adapter.rest.error.ApiFailure;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.application.port.in.service.IdentifyService;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import dev.grantkeep.domain.value.Secret;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides for which service a call is, and whether its credentials allow it. Wrong credentials are a 401, right ones of
 * somebody else a 403. Every comparison takes as long whether the service exists or not.
 */
final class Callers {
    /** Compared with when there is no such service, so that the answer takes as long. */
    private static final Secret NOBODY = new Secret("0".repeat(43));

    private final OwnerCredentials owner;
    private final IdentifyService identifyService;

    Callers(OwnerCredentials owner, IdentifyService identifyService) {
        this.owner = owner;
        this.identifyService = identifyService;
    }

    /**
     * The service that the call is for.
     *
     * @throws ApiFailure if the credentials do not allow it
     */
    Service service(Call call, Function<ServiceId, Optional<Service>> find) {
        Credentials credentials = Credentials.of(call);
        return call.namesService() ? named(call, credentials, find) : own(call, credentials, find);
    }

    /** The service that the caller says the call is for; empty if it does not say. */
    Optional<ServiceId> claimed(Call call) {
        return call.namesService() ? call.service() : claimed(Credentials.of(call));
    }

    /** A Bearer token does not name its service, but only one has it. */
    private Optional<ServiceId> claimed(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Basic basic -> Call.serviceId(basic.user());
            case Credentials.Bearer bearer -> identify(bearer.token());
        };
    }

    private Optional<ServiceId> identify(String token) {
        return Secret.isValid(token)
                ? identifyService.handle(new IdentifyService.Command(new Secret(token)))
                : Optional.empty();
    }

    /** Whether the caller is the owner of all services. */
    boolean isOwner(Call call) {
        return isOwner(Credentials.of(call));
    }

    /**
     * @throws ApiFailure unless the caller is the owner of all services
     */
    void requireOwner(Call call, Function<ServiceId, Optional<Service>> find) {
        Credentials credentials = Credentials.of(call);
        if (!isOwner(credentials)) {
            throw refused(call, isService(credentials, find));
        }
    }

    /** 3.0: the path names the service. */
    private Service named(Call call, Credentials credentials, Function<ServiceId, Optional<Service>> find) {
        Optional<Service> service = call.service().flatMap(find);
        if (isOwner(credentials)) {
            return service.orElseThrow(() -> failure(CommonCodes.SERVICE_UNKNOWN, call));
        }
        boolean right = switch (credentials) {
            case Credentials.Bearer bearer -> matches(service, bearer.token());
            case Credentials.Basic basic ->
                matches(service, basic.password())
                        & Call.serviceId(basic.user()).equals(call.service());
        };
        if (right && service.isPresent()) {
            return service.get();
        }
        throw refused(call, isService(credentials, find));
    }

    /** 2.x: the user name is the service's number; a Bearer token tells its service by itself. */
    private Service own(Call call, Credentials credentials, Function<ServiceId, Optional<Service>> find) {
        return rightful(credentials, find).orElseThrow(() -> refused(call, isOwner(credentials)));
    }

    private boolean isOwner(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Bearer bearer -> owner.accessToken().matches(bearer.token());
            case Credentials.Basic basic ->
                new Secret(owner.apiKey()).matches(basic.user())
                        & owner.apiSecret().matches(basic.password());
        };
    }

    /** The service whose right credentials these are. */
    private Optional<Service> rightful(Credentials credentials, Function<ServiceId, Optional<Service>> find) {
        Optional<Service> service = claimed(credentials).flatMap(find);
        return matches(service, credentials.secret()) ? service : Optional.empty();
    }

    private boolean isService(Credentials credentials, Function<ServiceId, Optional<Service>> find) {
        return rightful(credentials, find).isPresent();
    }

    private static boolean matches(Optional<Service> service, String presented) {
        return service.map(Service::secret).orElse(NOBODY).matches(presented) & service.isPresent();
    }

    private static ApiFailure refused(Call call, boolean ofAnother) {
        return failure(ofAnother ? CommonCodes.CREDENTIALS_OF_ANOTHER : CommonCodes.CREDENTIALS_WRONG, call);
    }

    private static ApiFailure failure(ResultCode code, Call call) {
        return new ApiFailure(code.reply(call.path()));
    }
}
