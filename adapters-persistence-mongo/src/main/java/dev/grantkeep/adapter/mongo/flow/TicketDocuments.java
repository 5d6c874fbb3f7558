package dev.grantkeep.adapter.mongo.flow;

import dev.grantkeep.adapter.mongo.bson.DocumentReader;
import dev.grantkeep.adapter.mongo.bson.DocumentWriter;
import dev.grantkeep.adapter.mongo.bson.Keys;
import dev.grantkeep.adapter.mongo.bson.Names;
import dev.grantkeep.domain.authorization.AuthorizationRequest;
import dev.grantkeep.domain.authorization.ResponseMode;
import dev.grantkeep.domain.authorization.Ticket;
import dev.grantkeep.domain.client.ClientId;
import dev.grantkeep.domain.common.ResponseType;
import dev.grantkeep.domain.service.ServiceId;
import org.bson.Document;

/** A ticket with its authorization request. */
final class TicketDocuments {
    private static final String CLIENT_ID_ALIAS_USED = "clientIdAliasUsed";
    private static final String RESPONSE_TYPE = "responseType";
    private static final String RESPONSE_MODE = "responseMode";
    private static final String REDIRECT_URI = "redirectUri";
    private static final String REDIRECT_URI_GIVEN = "redirectUriGiven";
    private static final String SCOPES = "scopes";
    private static final String STATE = "state";
    private static final String CHALLENGE = "challenge";
    private static final String RESOURCES = "resources";
    private static final String CONTEXT = "context";
    private static final String SCOPES_DENIED = "scopesDenied";
    private static final String AUTHORIZATION_DETAILS = "authorizationDetails";

    private TicketDocuments() {}

    static Document write(Ticket ticket) {
        AuthorizationRequest request = ticket.request();
        return new DocumentWriter()
                .put(Names.ID, Keys.of(ticket.hash(), ticket.service()))
                .put(Names.SERVICE, ticket.service().value())
                .put(Names.EXPIRES_AT, ticket.expiresAt())
                .put(Names.CLIENT, request.client().value())
                .putFlag(CLIENT_ID_ALIAS_USED, request.clientIdAliasUsed())
                .put(RESPONSE_TYPE, request.responseType())
                .put(RESPONSE_MODE, request.responseMode())
                .put(REDIRECT_URI, request.redirectUri())
                .putFlag(REDIRECT_URI_GIVEN, request.redirectUriGiven())
                .put(SCOPES, request.scopes())
                .put(STATE, request.state())
                .put(CHALLENGE, ChallengeDocuments.write(request.challenge()))
                .putList(RESOURCES, request.resources())
                .put(CONTEXT, request.context())
                .putFlag(SCOPES_DENIED, request.scopesDenied())
                .put(AUTHORIZATION_DETAILS, request.authorizationDetails())
                .document();
    }

    static Ticket read(Document document) {
        DocumentReader from = new DocumentReader(document);
        return new Ticket(
                Keys.hash(from.binary(Names.ID)),
                new ServiceId(from.number(Names.SERVICE)),
                readRequest(from),
                from.instant(Names.EXPIRES_AT));
    }

    private static AuthorizationRequest readRequest(DocumentReader from) {
        return new AuthorizationRequest(
                new ClientId(from.number(Names.CLIENT)),
                from.flag(CLIENT_ID_ALIAS_USED),
                from.enumOf(RESPONSE_TYPE, ResponseType.class),
                from.enumOf(RESPONSE_MODE, ResponseMode.class),
                from.text(REDIRECT_URI),
                from.flag(REDIRECT_URI_GIVEN),
                from.scopes(SCOPES),
                from.textOrNull(STATE),
                ChallengeDocuments.read(from, CHALLENGE),
                from.list(RESOURCES, String.class),
                from.textOrNull(CONTEXT),
                from.flag(SCOPES_DENIED),
                from.textOrNull(AUTHORIZATION_DETAILS));
    }
}
