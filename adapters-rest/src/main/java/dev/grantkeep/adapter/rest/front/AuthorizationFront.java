package dev.grantkeep.adapter.rest.front;

import dev.grantkeep.adapter.rest.authorization.AuthorizationController;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Params;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.adapter.rest.page.Pages;
import dev.grantkeep.application.port.in.authorization.UpdateTicket;
import dev.grantkeep.domain.service.FrontPolicy;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * The authorization endpoint (RFC 6749 section 3.1). A valid request is sent on to the provider's page with its ticket;
 * what the page has to show stands in the ticket's context. Where no redirect is safe a person is told.
 */
@FrontEndpoint
final class AuthorizationFront {
    private static final String PATH = FrontEndpoint.SERVICE + "/authorize";

    /** Told before anything is looked at: nothing shall be used up for a page that is not there. */
    private static final Reply NO_PAGE = Reply.ok(new Members()
            .name("action", Action.INTERNAL_SERVER_ERROR)
            .text(
                    "responseContent",
                    ToPeople.error(
                            "server_error",
                            "The service has no page for login and consent yet: its attribute " + FrontPolicy.LOGIN_URI
                                    + " is not set.")));

    private final Answering answering;
    private final AuthorizationController authorization;
    private final UpdateTicket updateTicket;
    private final ToPeople toPeople;

    AuthorizationFront(
            Answering answering, AuthorizationController authorization, UpdateTicket updateTicket, Pages pages) {
        this.answering = answering;
        this.authorization = authorization;
        this.updateTicket = updateTicket;
        this.toPeople = new ToPeople(pages);
    }

    @Get(PATH)
    HttpResponse<byte[]> get(HttpRequest<?> request) {
        return answer(FrontCall.of(request));
    }

    @Post(PATH)
    HttpResponse<byte[]> post(HttpRequest<byte[]> request) {
        return answer(FrontCall.of(request));
    }

    private HttpResponse<byte[]> answer(FrontCall call) {
        return answering.answer(
                call, AuthorizationFront::params, this::authorize, toPeople, outcome -> told(call, outcome));
    }

    private static Params params(FrontCall call) {
        String parameters = call.isPost() ? call.form() : call.query();
        return Params.of(Map.of("parameters", JsonNode.createStringNode(parameters)));
    }

    /** As the API answers, but that a decision to be taken is a redirect to the page that takes it. */
    private Reply authorize(Service service, Params params, Answers answers) {
        URI page = service.settings().front().loginUri();
        return page == null ? NO_PAGE : authorize(service, page, authorization.authorize(service, params, answers));
    }

    private Reply authorize(Service service, URI page, Reply reply) {
        if (reply.status() != HttpStatus.OK.getCode()) {
            return reply;
        }
        Outcome outcome = Outcome.of(reply);
        return switch (outcome.action()) {
            case INTERACTION, NO_INTERACTION -> {
                String ticket = Objects.requireNonNull(outcome.ticket());
                String context = TicketContext.of(Objects.requireNonNull(reply.body()));
                updateTicket.handle(new UpdateTicket.Command(service, ticket, context));
                yield Reply.ok(new Members()
                        .name("action", Action.LOCATION)
                        .text("responseContent", withTicket(page, ticket)));
            }
            default -> reply;
        };
    }

    /** A ticket's characters need no encoding. */
    private static String withTicket(URI page, String ticket) {
        return page + (page.getRawQuery() == null ? "?" : "&") + "ticket=" + ticket;
    }

    private MutableHttpResponse<byte[]> told(FrontCall call, Outcome outcome) {
        return switch (outcome.action()) {
            case LOCATION -> redirect(call, outcome.content());
            case FORM -> toPeople.formPost(outcome.content());
            case BAD_REQUEST -> toPeople.failed(HttpStatus.BAD_REQUEST, outcome);
            default -> toPeople.failed(HttpStatus.INTERNAL_SERVER_ERROR, outcome);
        };
    }

    /** After a POST the browser makes a GET, so that what was posted goes no further (RFC 9700 section 4.12). */
    private static MutableHttpResponse<byte[]> redirect(FrontCall call, String location) {
        MutableHttpResponse<byte[]> response =
                HttpResponse.status(call.isPost() ? HttpStatus.SEE_OTHER : HttpStatus.FOUND);
        return Reply.notStored(response)
                .header(HttpHeaders.LOCATION, location)
                .header("Referrer-Policy", "no-referrer");
    }
}
