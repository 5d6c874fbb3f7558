package dev.grantkeep.adapter.rest.openapi;

import dev.grantkeep.adapter.rest.error.GrantCodes;
import dev.grantkeep.adapter.rest.error.Group;
import java.util.List;

/** What a user has let a client do. */
final class GrantCalls {
    private static final String GET = "GET";
    private static final String POST = "POST";
    private static final String DELETE = "DELETE";
    private static final String LIST = "/client/authorization/get/list";
    private static final String END = "/client/authorization/delete/{client}";
    private static final String SCOPES = "/client/granted_scopes/get/{client}";
    private static final String FORGET = "/client/granted_scopes/delete/{client}";
    private static final String BY_SUBJECT = "/{subject}";
    private static final String SUBJECT_REQUEST = "SubjectRequest";
    private static final String LISTS = "List the clients that a user has authorized";
    private static final String ENDS = "End all access that a user gave a client";
    private static final String SHOWS = "Show the scopes that a user granted a client";
    private static final String FORGETS = "Forget the scopes that a user granted a client";
    private static final Field SUBJECT = Fields.SUBJECT.always();

    private static final Answer CLIENTS = Answer.listing(
            "authorizedClientListResponse",
            Fields.DEVELOPER,
            Fields.END.always(),
            Fields.START.always(),
            Fields.TOTAL_COUNT.always(),
            SUBJECT,
            Field.of("clients", Schema.listOf(Schema.ref("AuthorizedClient"), "The clients."))
                    .always());

    private static final Answer GRANTED = Answer.enveloped(
            "grantedScopesGetResponse",
            Fields.number("serviceApiKey", "The service.", 1L).always(),
            Fields.number("clientId", "The client's id.", 17_566_160_603_766L).always(),
            SUBJECT,
            Field.of("latestGrantedScopes", Schema.texts("The scopes of the latest grant.")),
            Field.of("mergedGrantedScopes", Schema.texts("The scopes of all grants.")),
            Field.of("modifiedAt", Schema.instant("When the scopes changed.")));

    private GrantCalls() {}

    static List<Operation> all() {
        return List.of(
                Operation.of(GET, "clientAuthorizationGetListByQuery", LIST, LISTS)
                        .asks(SUBJECT, Fields.START, Fields.END, Fields.DEVELOPER)
                        .answers(CLIENTS)
                        .refusedBy(GrantCodes.AUTHORIZATION_LIST),
                Operation.of(POST, "clientAuthorizationGetList", LIST, LISTS + ", asked by a body")
                        .takes("ClientAuthorizationGetListRequest", SUBJECT, Fields.START, Fields.END, Fields.DEVELOPER)
                        .answers(CLIENTS)
                        .refusedBy(GrantCodes.AUTHORIZATION_LIST),
                Operation.of(
                                GET,
                                "clientAuthorizationGetListBySubject",
                                LIST + BY_SUBJECT,
                                LISTS + ", named by the path")
                        .asks(Fields.START, Fields.END, Fields.DEVELOPER)
                        .answers(CLIENTS)
                        .refusedBy(GrantCodes.AUTHORIZATION_LIST),
                about(
                                POST,
                                "clientAuthorizationUpdate",
                                "/client/authorization/update/{client}",
                                "Change the scopes of all tokens that a user gave a client",
                                GrantCodes.AUTHORIZATION_UPDATE)
                        .takes("ClientAuthorizationUpdateRequest", SUBJECT, Fields.SCOPES)
                        .answers(Answer.result())
                        .codes(GrantCodes.AUTHORIZATION_UPDATED),
                ending(about(POST, "clientAuthorizationDelete", END, ENDS, GrantCodes.AUTHORIZATION_DELETE)
                        .takes(SUBJECT_REQUEST, SUBJECT)),
                ending(about(
                                DELETE,
                                "clientAuthorizationDeleteByQuery",
                                END,
                                ENDS + ", by DELETE",
                                GrantCodes.AUTHORIZATION_DELETE)
                        .asks(SUBJECT)),
                ending(about(
                        DELETE,
                        "clientAuthorizationDeleteBySubject",
                        END + BY_SUBJECT,
                        ENDS + ", named by the path",
                        GrantCodes.AUTHORIZATION_DELETE)),
                showing(about(POST, "clientGrantedScopesGet", SCOPES, SHOWS, GrantCodes.GRANTED_SCOPES_GET)
                        .takes(SUBJECT_REQUEST, SUBJECT)),
                showing(about(
                                GET,
                                "clientGrantedScopesGetByQuery",
                                SCOPES,
                                SHOWS + ", by GET",
                                GrantCodes.GRANTED_SCOPES_GET)
                        .asks(SUBJECT)),
                showing(about(
                        GET,
                        "clientGrantedScopesGetBySubject",
                        SCOPES + BY_SUBJECT,
                        SHOWS + ", named by the path",
                        GrantCodes.GRANTED_SCOPES_GET)),
                forgetting(about(POST, "clientGrantedScopesDelete", FORGET, FORGETS, GrantCodes.GRANTED_SCOPES_DELETE)
                        .takes(SUBJECT_REQUEST, SUBJECT)),
                forgetting(about(
                                DELETE,
                                "clientGrantedScopesDeleteByQuery",
                                FORGET,
                                FORGETS + ", by DELETE",
                                GrantCodes.GRANTED_SCOPES_DELETE)
                        .asks(SUBJECT)),
                forgetting(about(
                        DELETE,
                        "clientGrantedScopesDeleteBySubject",
                        FORGET + BY_SUBJECT,
                        FORGETS + ", named by the path",
                        GrantCodes.GRANTED_SCOPES_DELETE)));
    }

    private static Operation about(String method, String id, String path, String summary, Group family) {
        return Operation.of(method, id, path, summary).refusedBy(family).aboutClient();
    }

    private static Operation ending(Operation operation) {
        return operation.answers(Answer.result()).codes(GrantCodes.AUTHORIZATION_DELETED);
    }

    private static Operation showing(Operation operation) {
        return operation.answers(GRANTED).codes(GrantCodes.GRANTED_SCOPES_FOUND);
    }

    private static Operation forgetting(Operation operation) {
        return operation.answers(Answer.result()).codes(GrantCodes.GRANTED_SCOPES_DELETED);
    }
}
