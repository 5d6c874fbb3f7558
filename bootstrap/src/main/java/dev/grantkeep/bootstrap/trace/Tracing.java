package dev.grantkeep.bootstrap.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.inject.Singleton;

/** Makes what collects spans, which sends them every few seconds from a thread of its own. */
@Factory
@Requires(property = "grantkeep.traces.endpoint")
final class Tracing {
    private static final Resource GRANTKEEP = Resource.getDefault()
            .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "grantkeep")));

    /** Its end sends what is left. */
    @Singleton
    @Bean(preDestroy = "close")
    SdkTracerProvider provider(TraceSettings settings) {
        return SdkTracerProvider.builder()
                .setResource(GRANTKEEP)
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.ratio())))
                .addSpanProcessor(BatchSpanProcessor.builder(new OtlpExporter(settings.traces()))
                        .build())
                .build();
    }
}
