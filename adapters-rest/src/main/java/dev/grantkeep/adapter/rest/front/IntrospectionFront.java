package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.error.TokenEndpointCodes;
import dev.grantkeep.adapter.rest.exchange.PresentedClient;
import dev.grantkeep.adapter.rest.exchange.TokenActions;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.oauth.ClientRequest;
import dev.grantkeep.adapter.rest.oauth.OAuthError;
import dev.grantkeep.adapter.rest.token.StandardIntrospectionController;
import dev.grantkeep.application.port.in.exchange.AuthenticateClient;
import dev.grantkeep.application.port.in.exchange.AuthenticationRefusal;
import dev.grantkeep.application.port.in.exchange.IntrospectForClient;
import dev.grantkeep.domain.authorization.Parameters;
import dev.grantkeep.domain.client.Client;
import dev.grantkeep.domain.protocol.ClientAuthMethod;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/**
 * The introspection endpoint (RFC 7662). Whoever asks is a client of the service that can authenticate: a resource server
 * is registered as one.
 */
@FrontEndpoint
final class IntrospectionFront {
    private final Answering answering;
    private final AuthenticateClient authenticateClient;
    private final IntrospectForClient introspectForClient;
    private final StandardIntrospectionController introspection;

    IntrospectionFront(
            Answering answering,
            AuthenticateClient authenticateClient,
            IntrospectForClient introspectForClient,
            StandardIntrospectionController introspection) {
        this.answering = answering;
        this.authenticateClient = authenticateClient;
        this.introspectForClient = introspectForClient;
        this.introspection = introspection;
    }

    @Post(FrontEndpoint.SERVICE + "/introspect")
    HttpResponse<byte[]> introspect(HttpRequest<byte[]> request) {
        return answering.answer(
                FrontCall.of(request),
                call -> call.clientParams(call.form()),
                this::introspect,
                ToClients.VOICE,
                ToClients::json);
    }

    private Reply introspect(Service service, Params params, Answers answers) {
        Parameters body = ClientRequest.parse(params.requiredText("parameters"))
                .orElseThrow(() -> Refusal.invalidRequest("The form is malformed."));
        return switch (authenticateClient.handle(
                new AuthenticateClient.Command(service, PresentedClient.of(params, body)))) {
            case AuthenticateClient.Refused(AuthenticationRefusal why, @Nullable String detail) ->
                refused(service, why, detail, answers);
            case AuthenticateClient.Locked locked -> answers.locked(locked.client());
            case AuthenticateClient.Authenticated(Client client) -> introspect(service, client, params, answers);
        };
    }

    private Reply introspect(Service service, Client client, Params params, Answers answers) {
        return client.settings().authMethod() == ClientAuthMethod.NONE
                ? refused(service, AuthenticationRefusal.UNSUPPORTED_AUTH_METHOD, null, answers)
                : introspection.introspect(
                        service,
                        params,
                        answers,
                        asked -> introspectForClient.handle(new IntrospectForClient.Command(client, asked)));
    }

    private static Reply refused(Service service, AuthenticationRefusal why, @Nullable String detail, Answers answers) {
        OAuthError error = OAuthError.about(why.wording().error(), TokenEndpointCodes.of(why), detail);
        return Reply.ok(
                answers.error(TokenActions.of(why), error, service.settings().errors()));
    }
}
