package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.ClientCodes;
import dev.grantkeep.adapter.rest.error.Group;
import dev.grantkeep.adapter.rest.message.Dialect;
import dev.grantkeep.adapter.rest.openapi.Operation.Caller;
import java.util.List;

/** Clients, their secrets, locks and requestable scopes. */
final class ClientCalls {
    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String CLIENT = "Client";
    private static final String REQUESTABLE = "/client/extension/requestable_scopes";
    private static final Field REQUESTABLE_SCOPES = Field.of(
            "requestableScopes",
            Schema.texts("Scopes that the client may request; if it is absent, all of the service's.")
                    .example(List.of("read")));
    private static final Answer SHOWN_SCOPES =
            new Answer(200, Answer.JSON, "RequestableScopes", List.of(REQUESTABLE_SCOPES), "The answer.");
    private static final String SCOPES_REQUEST = "RequestableScopesRequest";

    private ClientCalls() {}

    static List<Operation> all() {
        return List.of(
                about(POST, "clientCreate", "/client/create", "Make a client", ClientCodes.CLIENT)
                        .takesMembers(CLIENT)
                        .answers(Answer.entity(CLIENT))
                        .codes(ClientCodes.ALIAS_TAKEN, ClientCodes.DEVELOPER_IS_FULL),
                about(GET, "clientGet", "/client/get/{client}", "Show a client", ClientCodes.CLIENT)
                        .answers(Answer.entity(CLIENT)),
                Operation.of(GET, "clientGetList", "/client/get/list", "List the clients of the service")
                        .asks(Fields.START, Fields.END, Fields.DEVELOPER)
                        .answers(Answer.listing(
                                "clientListResponse",
                                Fields.START.always(),
                                Fields.END.always(),
                                Fields.DEVELOPER.only(Dialect.V2),
                                Fields.TOTAL_COUNT.always(),
                                Field.of("clients", Schema.listOf(Schema.ref(CLIENT), "The clients."))
                                        .always()))
                        .refusedBy(ClientCodes.CLIENT),
                about(
                                POST,
                                "clientUpdate",
                                "/client/update/{client}",
                                "Replace the settings of a client",
                                ClientCodes.CLIENT)
                        .takesMembers(CLIENT)
                        .answers(Answer.entity(CLIENT))
                        .codes(ClientCodes.ALIAS_TAKEN),
                about(
                                "DELETE",
                                "clientDelete",
                                "/client/delete/{client}",
                                "Delete a client with its grants and tokens",
                                ClientCodes.CLIENT)
                        .by(Caller.SERVICE_OR_OWNER)
                        .answers(Answer.nothing("The client is deleted.")),
                about(
                                POST,
                                "clientLockFlagUpdate",
                                "/client/lock_flag/update/{client}",
                                "Lock or unlock a client",
                                ClientCodes.LOCK)
                        .takes(
                                "ClientLockFlagUpdateRequest",
                                Field.of("clientLocked", Schema.flag("Whether the client is to be locked."))
                                        .always())
                        .answers(Answer.result())
                        .codes(ClientCodes.LOCK_UPDATED),
                about(
                                GET,
                                "clientSecretRefresh",
                                "/client/secret/refresh/{client}",
                                "Give a client another secret",
                                ClientCodes.SECRET_REFRESH)
                        .answers(secrets("clientSecretRefreshResponse"))
                        .codes(ClientCodes.SECRET_REFRESHED),
                about(
                                POST,
                                "clientSecretUpdate",
                                "/client/secret/update/{client}",
                                "Give a client a secret of the caller's choice",
                                ClientCodes.SECRET_UPDATE)
                        .takes(
                                "ClientSecretUpdateRequest",
                                Field.of(
                                                "clientSecret",
                                                Schema.text("The new secret.")
                                                        .with("pattern", "^[A-Za-z0-9_-]{1,86}$")
                                                        .example("a-secret-of-the-client"))
                                        .always())
                        .answers(secrets("clientSecretUpdateResponse"))
                        .codes(ClientCodes.SECRET_UPDATED),
                requestable(GET, "clientRequestableScopesGet", "/get/{client}", "Show a client's requestable scopes")
                        .answers(SHOWN_SCOPES),
                requestable(
                                POST,
                                "clientRequestableScopesUpdate",
                                "/update/{client}",
                                "Set a client's requestable scopes")
                        .takes(SCOPES_REQUEST, REQUESTABLE_SCOPES)
                        .answers(SHOWN_SCOPES),
                requestable(
                                "PUT",
                                "clientRequestableScopesReplace",
                                "/update/{client}",
                                "Set a client's requestable scopes, by PUT")
                        .takes(SCOPES_REQUEST, REQUESTABLE_SCOPES)
                        .answers(SHOWN_SCOPES),
                requestable(
                                "DELETE",
                                "clientRequestableScopesDelete",
                                "/delete/{client}",
                                "Let a client request all scopes of the service")
                        .answers(Answer.nothing("The client may request all scopes.")));
    }

    private static Operation requestable(String method, String id, String end, String summary) {
        return about(method, id, REQUESTABLE + end, summary, ClientCodes.REQUESTABLE_SCOPES);
    }

    private static Operation about(String method, String id, String path, String summary, Group family) {
        return Operation.of(method, id, path, summary).refusedBy(family).aboutClient();
    }

    private static Answer secrets(String type) {
        return Answer.enveloped(
                type,
                Fields.text("newClientSecret", "The secret from now on.", "a-secret-of-the-client")
                        .always(),
                Fields.text("oldClientSecret", "The secret until now.", "the-secret-before")
                        .always());
    }
}
