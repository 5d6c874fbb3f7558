package dev.grantkeep.adapter.rest.discovery;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.ServiceCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Json;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.discovery.DescribeService;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * {@code service/configuration}: the document that the authorization server publishes of itself, and nothing around it.
 * What the server gives beside Grantkeep it adds by a {@code patch}.
 */
@Endpoint(executor = Gate.SETTINGS_EXECUTOR)
public final class ConfigurationController {
    private static final String PATH = "/service/configuration";
    private final Gate gate;
    private final DescribeService describeService;

    ConfigurationController(Gate gate, DescribeService describeService) {
        this.gate = gate;
        this.describeService = describeService;
    }

    @Get(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        return describe(Call.of(request));
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> post(HttpRequest<byte[]> request) {
        return describe(Call.of(request));
    }

    private HttpResponse<byte[]> describe(Call call) {
        return gate.fresh(call, ServiceCodes.SERVICE, service -> describe(service, call.params()));
    }

    /** The answer to a call for this service. */
    public Reply describe(Service service, Params params) {
        JsonNode document = new Members()
                .tree(describeService
                        .handle(new DescribeService.Command(service))
                        .tree())
                .build();
        String patch = params.text("patch");
        JsonNode shown = patch == null ? document : Patch.apply(patch, document);
        String text = Json.writeText(shown);
        return Reply.written(params.flag("pretty") ? Json.indented(text) : text.getBytes(StandardCharsets.UTF_8));
    }
}
