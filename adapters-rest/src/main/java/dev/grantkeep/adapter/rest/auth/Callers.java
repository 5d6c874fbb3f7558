package dev.grantkeep.adapter.rest.auth;

import dev.grantkeep.adapter.rest.error.ApiFailure;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.domain.common.Secret;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
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

    Callers(OwnerCredentials owner) {
        this.owner = owner;
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
    static Optional<ServiceId> claimed(Call call) {
        return call.namesService() || !(Credentials.of(call) instanceof Credentials.Basic basic)
                ? call.service()
                : Call.serviceId(basic.user());
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

    /** 2.x: the user name is the service's number. */
    private Service own(Call call, Credentials credentials, Function<ServiceId, Optional<Service>> find) {
        if (credentials instanceof Credentials.Basic basic) {
            Optional<Service> service = Call.serviceId(basic.user()).flatMap(find);
            if (matches(service, basic.password()) && service.isPresent()) {
                return service.get();
            }
        }
        throw refused(call, isOwner(credentials));
    }

    private boolean isOwner(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Bearer bearer -> owner.accessToken().matches(bearer.token());
            case Credentials.Basic basic ->
                new Secret(owner.apiKey()).matches(basic.user())
                        & owner.apiSecret().matches(basic.password());
        };
    }

    /** Whether these are the right credentials of some service. A Bearer token alone does not say of which. */
    private static boolean isService(Credentials credentials, Function<ServiceId, Optional<Service>> find) {
        return credentials instanceof Credentials.Basic basic
                && matches(Call.serviceId(basic.user()).flatMap(find), basic.password());
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
