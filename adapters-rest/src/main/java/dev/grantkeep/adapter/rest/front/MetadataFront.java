package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.discovery.ConfigurationController;
import dev.grantkeep.adapter.rest.error.ApiFailure;
import dev.grantkeep.adapter.rest.error.CommonCodes;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.service.KeySetController;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.cors.CrossOrigin;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a service publishes of itself: its metadata (OpenID Connect Discovery section 4, RFC 8414 section 3) and its public
 * keys. A service without an issuer has nothing that clients could rely on, and publishes none.
 */
@FrontEndpoint
@CrossOrigin(allowCredentials = false)
final class MetadataFront {
    private static final Params NO_PARAMS = Params.of(Map.of());
    private static final byte[] NO_KEYS = "{\"keys\":[]}".getBytes(StandardCharsets.US_ASCII);

    /** Short enough for a key that is new to be found in time. */
    private static final String CACHED = "public, max-age=300";

    private final Answering answering;
    private final ConfigurationController configuration;
    private final KeySetController keys;
    private final IssuerCheck issuerCheck;

    MetadataFront(
            Answering answering,
            ConfigurationController configuration,
            KeySetController keys,
            IssuerCheck issuerCheck) {
        this.answering = answering;
        this.configuration = configuration;
        this.keys = keys;
        this.issuerCheck = issuerCheck;
    }

    @Get(
            uris = {
                FrontEndpoint.SERVICE + "/.well-known/openid-configuration",
                "/.well-known/openid-configuration" + FrontEndpoint.SERVICE,
                FrontEndpoint.SERVICE + "/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server" + FrontEndpoint.SERVICE
            })
    HttpResponse<byte[]> metadata(HttpRequest<?> request) {
        FrontCall call = FrontCall.of(request);
        return answering.answer(
                call,
                service -> {
                    issuerCheck.compare(service, call);
                    return metadata(service, call);
                },
                ToClients.VOICE,
                MetadataFront::published);
    }

    private Reply metadata(Service service, FrontCall call) {
        if (service.settings().issuer() == null) {
            throw new ApiFailure(CommonCodes.PATH_UNKNOWN.reply(call.path()));
        }
        return configuration.describe(service, NO_PARAMS);
    }

    @Get(FrontEndpoint.SERVICE + "/jwks")
    HttpResponse<byte[]> keys(HttpRequest<?> request) {
        return answering.answer(
                FrontCall.of(request),
                service -> keys.get(NO_PARAMS, service),
                ToClients.VOICE,
                MetadataFront::published);
    }

    private static MutableHttpResponse<byte[]> published(Reply reply) {
        byte[] bytes = reply.written() == null ? NO_KEYS : reply.written().array();
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.OK);
        return response.header(HttpHeaders.CACHE_CONTROL, CACHED)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(bytes);
    }
}
