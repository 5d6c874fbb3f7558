package dev.grantkeep.adapter.rest.auth;

import dev.grantkeep.adapter.rest.error.ApiFailure;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.error.ResultCode;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.message.Unreadable;
import dev.grantkeep.application.port.Deadline;
import dev.grantkeep.application.port.StoreRefused;
import dev.grantkeep.application.port.StoreUnavailable;
import dev.grantkeep.application.port.in.Contended;
import dev.grantkeep.application.port.in.StaleSettings;
import dev.grantkeep.application.port.in.service.GetService;
import dev.grantkeep.application.port.in.service.IdentifyService;
import dev.grantkeep.application.port.in.service.RecallService;
import dev.grantkeep.domain.service.Service;
import dev.grantkeep.domain.service.ServiceId;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every call passes here: the caller is authenticated, the work is done, and whatever goes wrong becomes an answer. */
@Singleton
public final class Gate {
    /** The executor of every controller but those of settings. Its threads may wait for the store. */
    public static final String EXECUTOR = "grantkeep";

    /**
     * The executor of calls that read or write whole settings, which may be large, and of lists: it has as many threads as
     * fit the memory. They take processor time without keeping it from those of the other executor.
     */
    public static final String SETTINGS_EXECUTOR = "grantkeep-settings";

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Complaints UNAVAILABLE = new Complaints(LOG::warn);
    private static final Complaints REFUSED = new Complaints(LOG::error);
    private static final int MAX_ATTEMPTS = 5;
    private static final Pattern OPERATION = Pattern.compile("(/[a-z_]{1,20})+");

    private final GetService getService;
    private final RecallService recallService;
    private final Callers callers;

    public Gate(
            GetService getService,
            IdentifyService identifyService,
            RecallService recallService,
            OwnerCredentials owner) {
        this.getService = getService;
        this.recallService = recallService;
        this.callers = new Callers(owner, identifyService);
    }

    /** A call for a service, which is read as it is now; if it changes meanwhile, the call is repeated. */
    public HttpResponse<byte[]> fresh(Call call, Family family, Function<Service, Reply> work) {
        return answer(
                call,
                family,
                () -> repeated(() -> callers.service(call, this::current), worded(family, work), () -> {}));
    }

    /**
     * A hot call for a service, made with a copy of its settings. If the copy turns out to be out of date, or the
     * credentials do not match it, the copy is forgotten and the call repeated: the work must change nothing before it
     * throws {@link StaleSettings}.
     */
    public HttpResponse<byte[]> snapshot(Call call, Family family, Function<Service, Reply> work) {
        return answer(call, family, () -> repeated(() -> bySnapshot(call), worded(family, work), () -> forget(call)));
    }

    /** A call that only the owner of all services may make. */
    public HttpResponse<byte[]> owner(Call call, Family family, Supplier<Reply> work) {
        return answer(call, family, () -> {
            callers.requireOwner(call, this::current);
            return work.get();
        });
    }

    /** A call for a service that in 2.x the owner of all services may make too; then the work gets no service. */
    public HttpResponse<byte[]> serviceOrOwner(Call call, Family family, Function<@Nullable Service, Reply> work) {
        return answer(
                call,
                family,
                () -> !call.namesService() && callers.isOwner(call)
                        ? work.apply(null)
                        : work.apply(callers.service(call, this::current)));
    }

    /**
     * A call to the ready front of a service by whoever knows its address, where credentials are those of a client. The
     * service is a copy of its settings, as for {@link #snapshot}.
     *
     * @param id the service that the path names; empty if no service can have such a number
     * @return an answer of the API, which the front turns into its own; 404 where there is no front
     */
    public Reply front(Call call, Optional<ServiceId> id, Function<Service, Reply> work) {
        Supplier<Service> open = () -> id.flatMap(this::openFront)
                .orElseThrow(() -> new ApiFailure(CommonCodes.PATH_UNKNOWN.reply(call.path())));
        return reply(
                call,
                message -> CommonCodes.REQUEST_MALFORMED.reply(call.path(), message),
                () -> repeated(open, work, () -> id.ifPresent(this::forget)));
    }

    /** A copy that has no front may be out of date. */
    private Optional<Service> openFront(ServiceId id) {
        return recalledFront(id).or(() -> {
            forget(id);
            return recalledFront(id);
        });
    }

    private Optional<Service> recalledFront(ServiceId id) {
        return recalled(id).filter(service -> service.settings().front().enabled());
    }

    /** A call that anybody may make. */
    public HttpResponse<byte[]> open(Call call, Family family, Supplier<Reply> work) {
        return answer(call, family, work);
    }

    /** The work, whose bad parameters are answered as the service wants it. */
    private static Function<Service, Reply> worded(Family family, Function<Service, Reply> work) {
        return service -> {
            try {
                return work.apply(service);
            } catch (BadRequest bad) {
                return family.badRequest(bad.getMessage(), service);
            }
        };
    }

    private static Reply repeated(Supplier<Service> services, Function<Service, Reply> work, Runnable onStale) {
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            Service service = services.get();
            try {
                return work.apply(service);
            } catch (StaleSettings stale) {
                onStale.run();
            }
        }
        return work.apply(services.get());
    }

    private Service bySnapshot(Call call) {
        try {
            return callers.service(call, this::recalled);
        } catch (ApiFailure refused) {
            forget(call);
            return callers.service(call, this::recalled);
        }
    }

    private Optional<Service> recalled(ServiceId id) {
        return recallService.handle(new RecallService.Command(id, false));
    }

    private void forget(Call call) {
        callers.claimed(call).ifPresent(this::forget);
    }

    private void forget(ServiceId id) {
        recallService.handle(new RecallService.Command(id, true));
    }

    private Optional<Service> current(ServiceId id) {
        return getService.handle(new GetService.Command(id));
    }

    private static HttpResponse<byte[]> answer(Call call, Family family, Supplier<Reply> work) {
        return reply(call, family, work).toHttp();
    }

    private static Reply reply(Call call, Family family, Supplier<Reply> work) {
        Reply reply = done(call, family, work);
        call.note(reply);
        return reply;
    }

    private static Reply done(Call call, Family family, Supplier<Reply> work) {
        if (Deadline.current().hasPassed()) {
            return CommonCodes.OVERLOADED.reply(call.path());
        }
        try {
            return work.get();
        } catch (ApiFailure failure) {
            return failure.reply();
        } catch (BadRequest bad) {
            return family.badRequest(bad.getMessage());
        } catch (Unreadable unreadable) {
            return codeOf(unreadable).reply(call.path(), unreadable.getMessage());
        } catch (Contended | StaleSettings contended) {
            return CommonCodes.CONTENDED.reply(call.path());
        } catch (StoreUnavailable unavailable) {
            UNAVAILABLE.say(operation(call), unavailable.getMessage());
            return CommonCodes.STORE_UNAVAILABLE.reply(call.path());
        } catch (StoreRefused refused) {
            REFUSED.say(operation(call), refused.getMessage());
            return CommonCodes.SERVER_ERROR.reply(call.path());
        } catch (RuntimeException unexpected) {
            LOG.error("{} failed", operation(call), unexpected);
            return CommonCodes.SERVER_ERROR.reply(call.path());
        }
    }

    private static ResultCode codeOf(Unreadable unreadable) {
        return switch (unreadable.reason()) {
            case MALFORMED -> CommonCodes.REQUEST_MALFORMED;
            case TOO_LARGE -> CommonCodes.BODY_TOO_LARGE;
            case UNSUPPORTED_TYPE -> CommonCodes.CONTENT_TYPE_UNSUPPORTED;
        };
    }

    /** The path as far as it names the operation: what follows may be a secret. */
    private static String operation(Call call) {
        var matcher = OPERATION.matcher(call.path());
        return matcher.lookingAt() ? matcher.group() : "/";
    }
}
