package dev.grantkeep.bootstrap.trace;

import dev.grantkeep.adapter.rest.signal.CallSignal;
import dev.grantkeep.adapter.rest.signal.CallWatch;
import dev.grantkeep.adapter.rest.signal.TraceParent;
import dev.grantkeep.application.port.Clock;
import dev.grantkeep.bootstrap.signal.Route;
import dev.grantkeep.bootstrap.signal.store.StoreOperation;
import dev.grantkeep.bootstrap.signal.store.StoreWatch;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span for each call, by the names of OpenTelemetry's conventions for HTTP, and one below it for each operation of the
 * store. Nothing that a caller chose is in them but the ids of request and trace.
 */
@Singleton
@Requires(property = "grantkeep.traces.endpoint")
final class CallTraces implements CallWatch, StoreWatch {
    private static final String ATTRIBUTE = "grantkeep.span";
    private static final int LEAST_FAILURE = 500;

    private final Tracer tracer;
    private final Clock clock;

    CallTraces(SdkTracerProvider provider, Clock clock) {
        this.tracer = provider.get("dev.grantkeep");
        this.clock = clock;
    }

    @Override
    public void began(CallSignal call, HttpRequest<?> request) {
        Span span = tracer.spanBuilder(Route.method(request))
                .setSpanKind(SpanKind.SERVER)
                .setParent(context(call.trace()))
                .startSpan();
        SpanContext own = span.getSpanContext();
        call.follow(new TraceParent(own.getTraceId(), own.getSpanId(), own.isSampled()));
        request.setAttribute(ATTRIBUTE, span);
    }

    private static Context context(@Nullable TraceParent parent) {
        return parent == null
                ? Context.root()
                : Context.root()
                        .with(Span.wrap(SpanContext.createFromRemoteParent(
                                parent.traceId(),
                                parent.parentId(),
                                parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                                TraceState.getDefault())));
    }

    @Override
    public void ended(CallSignal call, HttpRequest<?> request, HttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Span.class)
                .filter(Span::isRecording)
                .ifPresent(span -> end(span, call, request, response.code()));
    }

    private static void end(Span span, CallSignal call, HttpRequest<?> request, int status) {
        String method = Route.method(request);
        String route = Route.pattern(request);
        span.updateName(method + " " + route)
                .setAttribute("http.request.method", method)
                .setAttribute("http.route", route)
                .setAttribute("http.response.status_code", status)
                .setAttribute("grantkeep.outcome", call.outcome(status).label())
                .setAttribute("grantkeep.request_id", call.requestId());
        if (status >= LEAST_FAILURE) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    @Override
    public void ended(StoreOperation operation, long nanos, @Nullable RuntimeException failure) {
        ServerRequestContext.currentRequest()
                .flatMap(request -> request.getAttribute(ATTRIBUTE, Span.class))
                .filter(Span::isRecording)
                .ifPresent(call -> below(call, operation, nanos, failure));
    }

    private void below(Span call, StoreOperation operation, long nanos, @Nullable RuntimeException failure) {
        Instant end = clock.now();
        Span span = tracer.spanBuilder("store " + operation.label())
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Context.root().with(call))
                .setStartTimestamp(end.minusNanos(nanos))
                .startSpan();
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end);
    }
}
