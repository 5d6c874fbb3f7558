package dev.grantkeep.bootstrap.trace;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.net.URI;

/**
 * Where traces are told, and how many.
 *
 * @param endpoint where a collector takes OTLP by HTTP, without the path of a signal, such as {@code http://127.0.0.1:4318}
 * @param ratio of the traces that begin here, how many are told, from 0 to 1; of others their beginning decides
 */
@ConfigurationProperties("grantkeep.traces")
@Requires(property = "grantkeep.traces.endpoint")
record TraceSettings(String endpoint, double ratio) {
    private static final String PATH = "v1/traces";

    /** Where traces go: OTLP's default path behind the endpoint. */
    URI traces() {
        return URI.create(endpoint.endsWith("/") ? endpoint + PATH : endpoint + "/" + PATH);
    }
}
