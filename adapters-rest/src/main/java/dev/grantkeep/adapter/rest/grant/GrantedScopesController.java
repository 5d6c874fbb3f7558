package dev.grantkeep.adapter.rest.grant;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.GrantCodes;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.grant.DeleteGrantedScopes;
import dev.grantkeep.application.port.in.grant.GetGrantedScopes;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.function.Function;

/** {@code client/granted_scopes/get | delete}: the memory of consent. */
@Endpoint
final class GrantedScopesController {
    private static final String GET = "/client/granted_scopes/get/";
    private static final String DELETE = "/client/granted_scopes/delete/";

    private final Gate gate;
    private final GetGrantedScopes getGrantedScopes;
    private final DeleteGrantedScopes deleteGrantedScopes;

    GrantedScopesController(Gate gate, GetGrantedScopes getGrantedScopes, DeleteGrantedScopes deleteGrantedScopes) {
        this.gate = gate;
        this.getGrantedScopes = getGrantedScopes;
        this.deleteGrantedScopes = deleteGrantedScopes;
    }

    @Get(uris = {GET + "{client}/{+subject}", Endpoint.V3 + GET + "{client}/{+subject}"})
    HttpResponse<byte[]> getByPath(HttpRequest<?> request) {
        return get(Call.of(request), call -> ClientAndSubject.ofPath(call, GET));
    }

    @Get(uris = {GET + "{client}", Endpoint.V3 + GET + "{client}"})
    HttpResponse<byte[]> getByQuery(HttpRequest<?> request) {
        return get(Call.of(request), call -> ClientAndSubject.ofParams(call, GET));
    }

    @Post(uris = {GET + "{+client}", Endpoint.V3 + GET + "{+client}"})
    HttpResponse<byte[]> getByBody(HttpRequest<byte[]> request) {
        return get(Call.of(request), call -> ClientAndSubject.ofParams(call, GET));
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

    private HttpResponse<byte[]> get(Call call, Function<Call, ClientAndSubject> pair) {
        return gate.fresh(call, GrantCodes.GRANTED_SCOPES_GET, service -> get(call, service, pair.apply(call)));
    }

    private HttpResponse<byte[]> delete(Call call, Function<Call, ClientAndSubject> pair) {
        return gate.fresh(call, GrantCodes.GRANTED_SCOPES_DELETE, service -> delete(call, service, pair.apply(call)));
    }

    private Reply get(Call call, Service service, ClientAndSubject pair) {
        return switch (getGrantedScopes.handle(new GetGrantedScopes.Command(service, pair.client(), pair.subject()))) {
            case GetGrantedScopes.Found found -> Reply.ok(found(call, service, pair, found));
            case GetGrantedScopes.Refused refused ->
                GrantCodes.GRANTED_SCOPES_GET.refused(refused.why(), pair.client(), call.path());
        };
    }

    private static Members found(Call call, Service service, ClientAndSubject pair, GetGrantedScopes.Found found) {
        Members members = GrantCodes.GRANTED_SCOPES_FOUND
                .addTo(
                        Members.of(call.dialect(), "grantedScopesGetResponse"),
                        found.client().id())
                .number("serviceApiKey", service.id().value())
                .number("clientId", found.client().id().value())
                .text("subject", pair.subject().value());
        GrantedScopes scopes = found.scopes();
        return scopes == null
                ? members
                : members.texts("latestGrantedScopes", scopes.latest().toStrings())
                        .texts("mergedGrantedScopes", scopes.merged().toStrings())
                        .instant("modifiedAt", scopes.modifiedAt());
    }

    private Reply delete(Call call, Service service, ClientAndSubject pair) {
        return switch (deleteGrantedScopes.handle(
                new DeleteGrantedScopes.Command(service, pair.client(), pair.subject()))) {
            case DeleteGrantedScopes.Deleted deleted ->
                GrantCodes.GRANTED_SCOPES_DELETED.reply(deleted.client().id());
            case DeleteGrantedScopes.Refused refused ->
                GrantCodes.GRANTED_SCOPES_DELETE.refused(refused.why(), pair.client(), call.path());
        };
    }
}
