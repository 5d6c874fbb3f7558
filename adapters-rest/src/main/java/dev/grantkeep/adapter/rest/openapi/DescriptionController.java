package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.message.Dialect;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Gives the descriptions of the API to anybody. */
@Controller("/openapi")
@ExecuteOn(Gate.SETTINGS_EXECUTOR)
final class DescriptionController {
    private static final String CACHED = "public, max-age=300";

    @Get("/authlete-2.json")
    HttpResponse<byte[]> ofV2() {
        return described(Dialect.V2);
    }

    @Get("/authlete-3.json")
    HttpResponse<byte[]> ofV3() {
        return described(Dialect.V3);
    }

    private static HttpResponse<byte[]> described(Dialect dialect) {
        return HttpResponse.ok(Descriptions.bytes(dialect))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CACHED);
    }
}
