package dev.grantkeep.adapter.rest.grant;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.GrantCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.grant.DeleteGrant;
import dev.grantkeep.application.port.in.grant.UpdateGrantScopes;
import dev.grantkeep.domain.scope.ScopeSet;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code client/authorization/update | delete}: what a user granted a client is changed or taken back. */
@Endpoint
final class GrantController {
    private static final String UPDATE = "/client/authorization/update/";
    private static final String DELETE = "/client/authorization/delete/";

    private final Gate gate;
    private final UpdateGrantScopes updateGrantScopes;
    private final DeleteGrant deleteGrant;

    GrantController(Gate gate, UpdateGrantScopes updateGrantScopes, DeleteGrant deleteGrant) {
        this.gate = gate;
        this.updateGrantScopes = updateGrantScopes;
        this.deleteGrant = deleteGrant;
    }

    @Post(uris = {UPDATE + "{+client}", Endpoint.V3 + UPDATE + "{+client}"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        return gate.fresh(
                call,
                GrantCodes.AUTHORIZATION_UPDATE,
                service -> update(
                        call,
                        service,
                        ClientAndSubject.ofParams(call, UPDATE),
                        call.params().scopes("scopes")));
    }

    @Delete(uris = {DELETE + "{client}/{+subject}", Endpoint.V3 + DELETE + "{client}/{+subject}"})
    HttpResponse<byte[]> deleteByPath(HttpRequest<?> request) {
        return delete(Call.of(request), call -> ClientAndSubject.ofPath(call, DELETE));
    }

    @Delete(uris = {DELETE + "{client}", Endpoint.V3 + DELETE + "{client}"})
    HttpResponse<byte[]> deleteByQuery(HttpRequest<?> request) {
        return delete(Call.of(request), call -> ClientAndSubject.ofParams(call, DELETE));
    }

    @Post(uris = {DELETE + "{+client}", Endpoint.V3 + DELETE + "{+client}"})
    HttpResponse<byte[]> deleteByBody(HttpRequest<byte[]> request) {
        return delete(Call.of(request), call -> ClientAndSubject.ofParams(call, DELETE));
    }

    private HttpResponse<byte[]> delete(Call call, Function<Call, ClientAndSubject> pair) {
        return gate.fresh(call, GrantCodes.AUTHORIZATION_DELETE, service -> delete(call, service, pair.apply(call)));
    }

    private Reply update(Call call, Service service, ClientAndSubject pair, @Nullable ScopeSet scopes) {
        return switch (updateGrantScopes.handle(
                new UpdateGrantScopes.Command(service, pair.client(), pair.subject(), scopes))) {
            case UpdateGrantScopes.Updated updated ->
                GrantCodes.AUTHORIZATION_UPDATED.reply(
                        updated.count(), updated.client().id(), service.id());
            case UpdateGrantScopes.Refused refused ->
                GrantCodes.AUTHORIZATION_UPDATE.refused(refused.why(), pair.client(), call.path());
        };
    }

    private Reply delete(Call call, Service service, ClientAndSubject pair) {
        return switch (deleteGrant.handle(new DeleteGrant.Command(service, pair.client(), pair.subject()))) {
            case DeleteGrant.Deleted deleted ->
                GrantCodes.AUTHORIZATION_DELETED.reply(
                        deleted.count(), deleted.client().id(), service.id());
            case DeleteGrant.Refused refused ->
                GrantCodes.AUTHORIZATION_DELETE.refused(refused.why(), pair.client(), call.path());
        };
    }
}
