package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.token.DeleteToken;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;

/** {@code auth/token/delete}: removes one record by its access token or that token's hash. */
@Endpoint
final class TokenDeleteController {
    private static final String PATH = "/auth/token/delete/";

    private final Gate gate;
    private final DeleteToken deleteToken;

    TokenDeleteController(Gate gate, DeleteToken deleteToken) {
        this.gate = gate;
        this.deleteToken = deleteToken;
    }

    /** The official clients do not encode the identifier, so it is all the rest of the path. */
    @Delete(uris = {PATH + "{+identifier}", Endpoint.V3 + PATH + "{+identifier}"})
    HttpResponse<byte[]> delete(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, TokenCodes.DELETE, service -> delete(service, call.tail(PATH)));
    }

    private Reply delete(Service service, String identifier) {
        if (identifier.isEmpty()) {
            throw Params.missing("accessTokenIdentifier");
        }
        return switch (deleteToken.handle(new DeleteToken.Command(service, identifier))) {
            case DELETED -> Reply.noContent();
            case NOT_FOUND -> TokenCodes.DELETE.refused(210, 404, "The access token does not exist.");
            case OF_ANOTHER_SERVICE ->
                TokenCodes.DELETE.refused(211, 403, "The access token belongs to another service.");
        };
    }
}
