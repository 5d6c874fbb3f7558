package dev.grantkeep.adapter.rest.grant;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.GrantCodes;
import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.application.port.in.grant.DeleteGrant;
import dev.grantkeep.application.port.in.grant.DeleteGrantedScopes;
import dev.grantkeep.application.port.in.grant.GetGrantedScopes;
import dev.grantkeep.application.port.in.grant.UpdateGrantScopes;
import dev.grantkeep.domain.grant.GrantedScopes;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/**
 * What a user granted a client: {@code client/authorization/update | delete} change it or take it back, {@code
 * client/granted_scopes/get | delete} are about the memory of consent.
 */
@Endpoint
final class GrantController {
    private static final String UPDATE = "/client/authorization/update/";
    private static final String DELETE = "/client/authorization/delete/";
    private static final String GET_SCOPES = "/client/granted_scopes/get/";
    private static final String DELETE_SCOPES = "/client/granted_scopes/delete/";
    private static final String BY_PATH = "{client}/{+subject}";

    private final Gate gate;
    private final UpdateGrantScopes updateGrantScopes;
    private final DeleteGrant deleteGrant;
    private final GetGrantedScopes getGrantedScopes;
    private final DeleteGrantedScopes deleteGrantedScopes;

    GrantController(
            Gate gate,
            UpdateGrantScopes updateGrantScopes,
            DeleteGrant deleteGrant,
            GetGrantedScopes getGrantedScopes,
            DeleteGrantedScopes deleteGrantedScopes) {
        this.gate = gate;
        this.updateGrantScopes = updateGrantScopes;
        this.deleteGrant = deleteGrant;
        this.getGrantedScopes = getGrantedScopes;
        this.deleteGrantedScopes = deleteGrantedScopes;
    }

    @Post(uris = {UPDATE + "{+client}", Endpoint.V3 + UPDATE + "{+client}"})
    HttpResponse<byte[]> update(HttpRequest<byte[]> request) {
        return withParams(request, UPDATE, GrantCodes.AUTHORIZATION_UPDATE, this::update);
    }

    @Delete(uris = {DELETE + BY_PATH, Endpoint.V3 + DELETE + BY_PATH})
    HttpResponse<byte[]> deleteByPath(HttpRequest<?> request) {
        return withPath(request, DELETE, GrantCodes.AUTHORIZATION_DELETE, this::delete);
    }

    @Delete(uris = {DELETE + "{client}", Endpoint.V3 + DELETE + "{client}"})
    HttpResponse<byte[]> deleteByQuery(HttpRequest<?> request) {
        return withParams(request, DELETE, GrantCodes.AUTHORIZATION_DELETE, this::delete);
    }

    @Post(uris = {DELETE + "{+client}", Endpoint.V3 + DELETE + "{+client}"})
    HttpResponse<byte[]> deleteByBody(HttpRequest<byte[]> request) {
        return withParams(request, DELETE, GrantCodes.AUTHORIZATION_DELETE, this::delete);
    }

    @Get(uris = {GET_SCOPES + BY_PATH, Endpoint.V3 + GET_SCOPES + BY_PATH})
    HttpResponse<byte[]> scopesByPath(HttpRequest<?> request) {
        return withPath(request, GET_SCOPES, GrantCodes.GRANTED_SCOPES_GET, this::scopes);
    }

    @Get(uris = {GET_SCOPES + "{client}", Endpoint.V3 + GET_SCOPES + "{client}"})
    HttpResponse<byte[]> scopesByQuery(HttpRequest<?> request) {
        return withParams(request, GET_SCOPES, GrantCodes.GRANTED_SCOPES_GET, this::scopes);
    }

    @Post(uris = {GET_SCOPES + "{+client}", Endpoint.V3 + GET_SCOPES + "{+client}"})
    HttpResponse<byte[]> scopesByBody(HttpRequest<byte[]> request) {
        return withParams(request, GET_SCOPES, GrantCodes.GRANTED_SCOPES_GET, this::scopes);
    }

    @Delete(uris = {DELETE_SCOPES + BY_PATH, Endpoint.V3 + DELETE_SCOPES + BY_PATH})
    HttpResponse<byte[]> deleteScopesByPath(HttpRequest<?> request) {
        return withPath(request, DELETE_SCOPES, GrantCodes.GRANTED_SCOPES_DELETE, this::deleteScopes);
    }

    @Delete(uris = {DELETE_SCOPES + "{client}", Endpoint.V3 + DELETE_SCOPES + "{client}"})
    HttpResponse<byte[]> deleteScopesByQuery(HttpRequest<?> request) {
        return withParams(request, DELETE_SCOPES, GrantCodes.GRANTED_SCOPES_DELETE, this::deleteScopes);
    }

    @Post(uris = {DELETE_SCOPES + "{+client}", Endpoint.V3 + DELETE_SCOPES + "{+client}"})
    HttpResponse<byte[]> deleteScopesByBody(HttpRequest<byte[]> request) {
        return withParams(request, DELETE_SCOPES, GrantCodes.GRANTED_SCOPES_DELETE, this::deleteScopes);
    }

    private interface Work {
        Reply on(Call call, Service service, ClientAndSubject pair);
    }

    private HttpResponse<byte[]> withPath(HttpRequest<?> request, String prefix, Group family, Work work) {
        Call call = Call.of(request);
        return gate.fresh(call, family, service -> work.on(call, service, ClientAndSubject.ofPath(call, prefix)));
    }

    private HttpResponse<byte[]> withParams(HttpRequest<?> request, String prefix, Group family, Work work) {
        Call call = Call.of(request);
        return gate.fresh(call, family, service -> work.on(call, service, ClientAndSubject.ofParams(call, prefix)));
    }

    private Reply update(Call call, Service service, ClientAndSubject pair) {
        return switch (updateGrantScopes.handle(new UpdateGrantScopes.Command(
                service, pair.client(), pair.subject(), call.params().scopes("scopes")))) {
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

    private Reply scopes(Call call, Service service, ClientAndSubject pair) {
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

    private Reply deleteScopes(Call call, Service service, ClientAndSubject pair) {
        return switch (deleteGrantedScopes.handle(
                new DeleteGrantedScopes.Command(service, pair.client(), pair.subject()))) {
            case DeleteGrantedScopes.Deleted deleted ->
                GrantCodes.GRANTED_SCOPES_DELETED.reply(deleted.client().id());
            case DeleteGrantedScopes.Refused refused ->
                GrantCodes.GRANTED_SCOPES_DELETE.refused(refused.why(), pair.client(), call.path());
        };
    }
}
