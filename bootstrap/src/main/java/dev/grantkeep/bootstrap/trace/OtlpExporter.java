package dev.grantkeep.bootstrap.trace;

import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends spans to a collector: OTLP by HTTP, in its binary form. Spans that it does not take are lost, which is told once until
 * it takes some again; no call waits for it.
 */
final class OtlpExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(OtlpExporter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LEAST_ERROR = 300;

    private final URI collector;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final AtomicBoolean isFailing = new AtomicBoolean();

    OtlpExporter(URI collector) {
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = new CompletableResultCode();
        HttpRequest request = HttpRequest.newBuilder(collector)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(bytes(spans)))
                .build();
        http.sendAsync(request, BodyHandlers.discarding())
                .whenComplete((response, failure) -> end(result, response, failure));
        return result;
    }

    private static byte[] bytes(Collection<SpanData> spans) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TraceRequestMarshaler.create(spans).writeBinaryTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void end(CompletableResultCode result, @Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        if (response != null && response.statusCode() < LEAST_ERROR) {
            isFailing.set(false);
            result.succeed();
            return;
        }
        if (!isFailing.getAndSet(true)) {
            LOG.warn(
                    "The collector at {} does not take traces: {}",
                    collector,
                    response == null ? String.valueOf(failure) : "status " + response.statusCode());
        }
        result.fail();
    }

    /** Nothing is kept here. */
    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        http.close();
        return CompletableResultCode.ofSuccess();
    }
}
