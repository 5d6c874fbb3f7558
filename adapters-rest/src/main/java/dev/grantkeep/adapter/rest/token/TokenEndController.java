package dev.grantkeep.adapter.rest.token;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.TokenCodes;
import dev.grantkeep.adapter.rest.message.BadRequest;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.token.DeleteToken;
import dev.grantkeep.application.port.in.token.RevokeTokens;
import dev.grantkeep.application.port.in.token.RevokeTokens.Target;
import dev.grantkeep.domain.client.ClientIdentifier;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/**
 * {@code auth/token/delete} removes one record by its access token or that token's hash, {@code auth/token/revoke} ends
 * tokens by the first of five ways to name them that the request uses.
 */
@Endpoint
final class TokenEndController {
    private static final String DELETE = "/auth/token/delete/";
    private static final String REVOKE = "/auth/token/revoke";

    private final Gate gate;
    private final DeleteToken deleteToken;
    private final RevokeTokens revokeTokens;

    TokenEndController(Gate gate, DeleteToken deleteToken, RevokeTokens revokeTokens) {
        this.gate = gate;
        this.deleteToken = deleteToken;
        this.revokeTokens = revokeTokens;
    }

    /** The official clients do not encode the identifier, so it is all the rest of the path. */
    @Delete(uris = {DELETE + "{+identifier}", Endpoint.V3 + DELETE + "{+identifier}"})
    HttpResponse<byte[]> delete(HttpRequest<?> request) {
        Call call = Call.of(request);
        return gate.fresh(call, TokenCodes.DELETE, service -> delete(service, call.tail(DELETE)));
    }

    @Post(uris = {REVOKE, Endpoint.V3 + REVOKE})
    HttpResponse<byte[]> revoke(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(call, TokenCodes.REVOKE, service -> revoke(call, service, call.params()));
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

    private Reply revoke(Call call, Service service, Params params) {
        return switch (revokeTokens.handle(new RevokeTokens.Command(service, target(params)))) {
            case RevokeTokens.Revoked revoked ->
                Reply.ok(TokenCodes.REVOKED
                        .addTo(Members.of(call.dialect(), "tokenRevokeResponse"), revoked.count())
                        .number("count", revoked.count()));
            case RevokeTokens.NotFound absent -> TokenCodes.REVOKE.refused(210, 404, "The token does not exist.");
            case RevokeTokens.Refused refused ->
                TokenCodes.REVOKE.refused(
                        refused.why(), new ClientIdentifier(params.requiredText("clientIdentifier")), call.path());
        };
    }

    private static Target target(Params params) {
        String access = params.text("accessTokenIdentifier");
        if (access != null) {
            return new Target.AccessToken(access);
        }
        String refresh = params.text("refreshTokenIdentifier");
        if (refresh != null) {
            return new Target.RefreshToken(refresh);
        }
        return ofOwner(params.text("clientIdentifier"), params);
    }

    private static Target ofOwner(@Nullable String client, Params params) {
        boolean hasSubject = params.has("subject");
        if (client == null && !hasSubject) {
            throw new BadRequest("The request contains none of 'accessTokenIdentifier', 'refreshTokenIdentifier',"
                    + " 'clientIdentifier' and 'subject'.");
        }
        if (client == null) {
            return new Target.OfSubject(params.subject("subject"));
        }
        return hasSubject
                ? new Target.Pair(new ClientIdentifier(client), params.subject("subject"))
                : new Target.OfClient(new ClientIdentifier(client));
    }
}
