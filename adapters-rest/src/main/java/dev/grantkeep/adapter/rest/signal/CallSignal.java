package dev.grantkeep.adapter.rest.signal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call, as those see it who watch: when it began, what names it, and what came of it. It holds nothing secret. */
public final class CallSignal {
    private static final String ATTRIBUTE = "grantkeep.signal";

    private final long begunAt = System.nanoTime();
    private final String requestId;
    private @Nullable TraceParent trace;
    private volatile @Nullable CallOutcome outcome;

    private CallSignal(String requestId, @Nullable TraceParent trace) {
        this.requestId = requestId;
        this.trace = trace;
    }

    static CallSignal begin(HttpRequest<?> request) {
        CallSignal signal = new CallSignal(
                RequestId.of(request.getHeaders().getAll(RequestId.HEADER)),
                TraceParent.of(request.getHeaders().getAll(TraceParent.HEADER)).orElse(null));
        request.setAttribute(ATTRIBUTE, signal);
        return signal;
    }

    /** That of the request; empty before the server has begun with it. */
    public static Optional<CallSignal> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).map(CallSignal.class::cast);
    }

    /** That of the request which this thread works on, whichever thread that is; empty if it works on none. */
    public static Optional<CallSignal> current() {
        return ServerRequestContext.currentRequest().flatMap(CallSignal::of);
    }

    public String requestId() {
        return requestId;
    }

    /** The trace that it belongs to; null if it belongs to none. */
    public @Nullable TraceParent trace() {
        return trace;
    }

    /** Gives the call another place in a trace: its own. Only while it begins. */
    public void follow(TraceParent own) {
        trace = own;
    }

    /** What an answer of the API says of itself. It counts more than the status of the answer that is sent. */
    public void note(CallOutcome of) {
        outcome = of;
    }

    /** What came of it, where an answer of this status is sent. */
    public CallOutcome outcome(int status) {
        @Nullable CallOutcome noted = outcome;
        return noted == null ? CallOutcome.of(status) : noted;
    }

    /** How long it has taken until now. */
    public long nanos() {
        return System.nanoTime() - begunAt;
    }
}
