package dev.grantkeep.adapter.rest.apps;

import dev.grantkeep.adapter.rest.auth.Endpoint;
import dev.grantkeep.adapter.rest.auth.Gate;
import dev.grantkeep.adapter.rest.error.AppsCodes;
import dev.grantkeep.adapter.rest.error.Family;
import dev.grantkeep.adapter.rest.message.Call;
import dev.grantkeep.adapter.rest.message.Members;
import dev.grantkeep.adapter.rest.message.Reply;
import dev.grantkeep.adapter.rest.oauth.Action;
import dev.grantkeep.adapter.rest.oauth.Answers;
import dev.grantkeep.application.port.in.apps.OfferApps;
import dev.grantkeep.domain.service.Service;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;

/** {@code self_service/token}: a link by which a user that the provider knows comes to her applications. */
@Endpoint
final class AppsLinkController {
    private static final String PATH = "/self_service/token";

    private final Gate gate;
    private final OfferApps offerApps;

    AppsLinkController(Gate gate, OfferApps offerApps) {
        this.gate = gate;
        this.offerApps = offerApps;
    }

    @Post(uris = {PATH, Endpoint.V3 + PATH})
    HttpResponse<byte[]> offer(HttpRequest<byte[]> request) {
        Call call = Call.of(request);
        Answers answers = new Answers(call, "selfServiceTokenResponse");
        Family family = message -> Reply.ok(answers.begin(Action.BAD_REQUEST, AppsCodes.CALL_INVALID, message));
        return gate.fresh(call, family, service -> Reply.ok(offered(call, service, answers)));
    }

    private Members offered(Call call, Service service, Answers answers) {
        return switch (offerApps.handle(
                new OfferApps.Command(service, call.params().subject("subject")))) {
            case OfferApps.Offered offered ->
                AppsAddress.of(service)
                        .map(address -> answers.begin(Action.OK, AppsCodes.OFFERED)
                                .text(
                                        "link",
                                        address.uri() + "?token="
                                                + offered.token().value())
                                .instant("expiresAt", offered.expiresAt()))
                        .orElseGet(() -> answers.begin(Action.BAD_REQUEST, AppsCodes.NO_ISSUER));
            case OfferApps.Refused.NO_FRONT -> answers.begin(Action.BAD_REQUEST, AppsCodes.NO_FRONT);
            case OfferApps.Refused.NO_ISSUER -> answers.begin(Action.BAD_REQUEST, AppsCodes.NO_ISSUER);
        };
    }
}
